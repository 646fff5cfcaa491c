import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database, now } from '@/app/_shell/database';
import { fieldValue, formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { type CaseSheet, readCaseSheet, readNotes, viewPairs } from '@/db/desk';
import { may } from '@/db/operations';
import { hasOpinion } from '@/lib/adjudication';
import { allowedSteps } from '../../../_parts/allowed';
import { AskForms } from '../../../_parts/ask-forms';
import { AuditPanel } from '../../../_parts/audit-panel';
import { CaseHead } from '../../../_parts/case-head';
import { CaseHistory } from '../../../_parts/case-history';
import { CaseSteps } from '../../../_parts/case-steps';
import { Proposal, WhatDiffers } from '../../../_parts/compared';
import { ConfirmPanel } from '../../../_parts/confirm-panel';
import { Dismissed } from '../../../_parts/dismissed';
import { DraftNote } from '../../../_parts/draft-note';
import { ItemBar } from '../../../_parts/item-bar';
import { TwoWindows } from '../../../_parts/merge';
import { MovedOn } from '../../../_parts/moved-on';
import { Notes } from '../../../_parts/notes';
import { DoneNote, ProblemNote } from '../../../_parts/notices';
import { OneQuestion } from '../../../_parts/one-question';
import { itemPath, onward } from '../../../_parts/onward';
import { Opinions } from '../../../_parts/opinions';
import { OwnExtraction } from '../../../_parts/own-extraction';
import { Others, PositionCards } from '../../../_parts/position-cards';
import { Presence } from '../../../_parts/presence';
import { RulingBar, RulingForm } from '../../../_parts/ruling-form';
import { RulingView } from '../../../_parts/ruling-view';
import { fieldsOfRuling, SentBack } from '../../../_parts/sent-back';
import { TakenBack } from '../../../_parts/taken-back';

export const metadata: Metadata = { title: 'Case' };

export default async function CasePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const sheet = await readCaseSheet((await database()).read, id, actor.id);
  if (!sheet) notFound();
  const notes = await readNotes((await database()).read, id, actor.id, sheet.isBlind);
  const way = await onward(searchParams, id, actor.id);
  const page = way ? itemPath(way.list, { id, kind: 'case' }) : `/review/cases/${id}`;
  const next = way?.next ?? null;
  const form = (operation: string) => formState(`${operation}:${id}`, actor, searchParams);
  const [typed, publish, back, dismiss, reopen, take, release, withdraw, audit] = await Promise.all(
    ['rule', 'publish', 'return', 'dismiss', 'reopen', 'take', 'release', 'withdraw', 'audit'].map((step) => form(`cases.${step}`)),
  );
  // Whoever rules after an objection begins with the ruling it was about, not with an empty form.
  const begun = sheet.returned?.ruling ?? lastOf(sheet, actor.id);
  const rule = begun ? { ...typed!, given: fieldsOfRuling(begun, sheet.row.positions) } : typed!;
  const answered = [rule, publish, back, dismiss, reopen, take, release, withdraw, audit].find((state) => state!.refused !== null) ?? null;
  // A form sent twice in a hurry loses against itself: its writer is told that the ruling is there.
  const twice = answered?.name === rule.name && isOwnRuling(sheet, actor.id, fieldValue(rule, 'rationale'));
  const refused = twice ? null : answered;
  const waiting = [...new Set(sheet.row.positions.flatMap((position) => position.claims))].flatMap(
    (claim) => sheet.claims.get(claim) ?? [],
  );
  const unaccepted = waiting.filter((claim) => claim.status !== 'accepted');
  const allowed = allowedSteps(sheet, actor, unaccepted, now());
  const toConfirm = sheet.row.state === 'ruled';
  // Whoever has decided sees the form again when they ask for it, or when it came back to them.
  const isChanging = (await queryValue(searchParams, 'change')) !== null || rule.refused !== null || rule.draft !== null;
  const toRule = allowed.rule && (isChanging || !(hasOpinion(sheet.view, actor.id) || sheet.view.ruledBy === actor.id));
  return (
    <>
      <DoneNote done={twice ? 'cases.rule' : await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={refused?.refused ?? null} scope={SCOPES[refused?.name.split(':')[0] ?? ''] ?? null} />
      {refused?.refused?.code === 'VersionConflict' && <MovedOn {...{ sheet, page, toRule }} state={refused} begun={rule.given} />}
      <TwoWindows state={refused} page={page} open={refused !== rule || toRule} />
      <CaseHead sheet={sheet} actor={actor} toRule={toRule} way={way} />
      <Presence id={id} actor={actor} />
      <ItemBar id={id} page={page} actor={actor} query={searchParams} way={way} />
      {toRule && <SentBack sheet={sheet} draft={rule.draft} />}
      {toRule && <DraftNote state={rule} />}
      <div className="two case">
        <div>
          <section aria-labelledby="positions">
            <h2 id="positions" className="visually-hidden">
              The positions
            </h2>
            <PositionCards sheet={sheet} state={toRule ? rule : null} notes={notes} actor={actor} />
            <Others sheet={sheet} />
          </section>
          <TakenBack sheet={sheet} />
          <WhatDiffers sheet={sheet} />
          <OneQuestion pairs={await viewPairs((await database()).read, restsOn(sheet))} isBlind={sheet.isBlind} />
          {sheet.isBlind ? null : <Proposal sheet={sheet} />}
        </div>
        <div>
          <Dismissed sheet={sheet} />
          <OwnExtraction sheet={sheet} actor={actor} />
          <Opinions {...{ sheet, actor, page, isChanging }} wasAsked={begun !== undefined && toRule && !isChanging} />
          {sheet.standing && (
            <RulingView
              sheet={sheet}
              ruling={sheet.standing}
              title={toConfirm ? 'The ruling to confirm' : 'The published ruling'}
              splits={toConfirm && may(actor, 'measures.split')}
            />
          )}
          <AuditPanel {...{ sheet, actor, page }} allowed={allowed.audit} />
          {allowed.publish !== 'never' && (
            <ConfirmPanel
              sheet={sheet}
              page={page}
              refusal={allowed.publish}
              waiting={unaccepted}
              publish={publish!}
              back={back!}
              next={next}
            />
          )}
          {toRule && <RulingForm sheet={sheet} state={rule} page={page} />}
          <AskForms {...{ sheet, actor, page }} query={searchParams} />
          <CaseSteps
            sheet={sheet}
            page={page}
            allowed={allowed}
            mine={sheet.view.takenBy === actor.id}
            dismiss={dismiss!}
            reopen={reopen!}
            withdraw={withdraw!}
            next={next}
          />
        </div>
        <Notes {...{ sheet, actor, page }} query={searchParams} lines={notes} />
      </div>
      <CaseHistory sheet={sheet} />
      {toRule && <RulingBar sheet={sheet} state={rule} page={page} way={way} />}
    </>
  );
}

/** Forms of one page whose fields have the same names are told apart by these. */
const SCOPES: Record<string, string> = {
  'cases.publish': 'publish',
  'cases.return': 'return',
  'cases.dismiss': 'dismiss',
  'cases.reopen': 'reopen',
  'cases.withdraw': 'withdraw',
};

const isOwnRuling = ({ standing }: CaseSheet, person: string, rationale: string): boolean =>
  standing !== null && standing.by === person && standing.rationale === rationale.trim();

/** What this person last said of the case since it was opened or settled, published or not: what they begin with. */
function lastOf({ rulings, history }: CaseSheet, person: string) {
  const since = history.findLastIndex(({ event }) => ['opened', 'reopened', 'published', 'dismissed', 'withdrawn'].includes(event.type));
  const own = history.slice(since + 1).findLast(({ event }) => 'rulingId' in event && event.by === person);
  return rulings.find(({ id }) => own && 'rulingId' in own.event && id === own.event.rulingId);
}

/** The pairs that a case rests on, the gravest first: as many as one looks at. */
const MOST_PAIRS = 6;
const restsOn = ({ relations }: CaseSheet): [string, string][] =>
  relations
    .filter(({ alert }) => alert)
    .sort((x, y) => y.confidence - x.confidence)
    .slice(0, MOST_PAIRS)
    .map(({ a, b }) => [a, b]);
