import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { measureMembers, readMeasure } from '@/db/desk';
import { ID_PATTERN } from '@/db/ids';
import { may } from '@/db/operations';
import { countWords } from '@/lib/publication';
import { DefinitionFacts } from '../../../../_parts/definition-facts';
import { DefinedMeanwhile, DefinitionForm } from '../../../../_parts/definition-form';
import { DraftNote } from '../../../../_parts/draft-note';
import { FollowButton } from '../../../../_parts/follow-button';
import { MeasureActs } from '../../../../_parts/measure-acts';
import { MeasureClaims, MOST_CLAIMS } from '../../../../_parts/measure-claims';
import { TwoWindows } from '../../../../_parts/merge';
import { DoneNote, ProblemNote } from '../../../../_parts/notices';
import { Presence } from '../../../../_parts/presence';
import { RevisionList } from '../../../../_parts/revision-list';
import { Watched } from '../../../../_parts/watched';

export const metadata: Metadata = { title: 'A measure' };

export default async function EditPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const sheet = ID_PATTERN.test(id) ? await readMeasure((await database()).read, id, now()) : null;
  if (!sheet) notFound();
  const { line, standing, caseId, definition } = sheet;
  const page = `/review/measures/${id}/edit`;
  const form = await formState(`measures.define:${id}`, actor, searchParams);
  const asked = await queryValue(searchParams, 'draft');
  const other = asked && asked !== form.name ? await formState(asked, actor, searchParams) : null;
  const all = (await queryValue(searchParams, 'claims')) === 'all';
  const refused = form.refused ?? other?.refused ?? null;
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={refused} />
      <DefinedMeanwhile {...{ sheet, page }} state={form} revision={definition.revision} />
      <TwoWindows state={form} page={page} open />
      <DraftNote state={form} />
      <header className="sheet-head">
        <p className="kicker">
          <a href="/review/measures">Measures</a> · {countWords(line.claims, 'claim')}, {line.accepted} public
        </p>
        <h1>{line.title}</h1>
        <p className="quiet">
          {caseId && (
            <>
              <a href={`/review/cases/${caseId}`}>Its case</a> ·{' '}
            </>
          )}
          <a href={`/measures/${id}`}>Public page</a> and <a href={`/measures/${id}.atom`}>feed</a>
          {line.accepted === 0 && ' (once a claim of it is accepted)'}
        </p>
        {standing && (
          <p className="note">
            Its claims stand in another measure: <a href={`/review/measures/${standing.id}/edit`}>{standing.title}</a>. Its address leads
            there.
          </p>
        )}
        <FollowButton kind="measure" id={id} page={page} actor={actor} />
      </header>
      <Presence id={id} actor={actor} />
      <div className="two">
        <section aria-labelledby="definition">
          <h2 id="definition">What it is</h2>
          {standing ? (
            <p className="quiet">To define it, split it off first.</p>
          ) : !may(actor, 'measures.define') ? (
            <DefinitionFacts sheet={sheet} />
          ) : (
            <DefinitionForm sheet={sheet} page={page} state={form} revision={definition.revision} />
          )}
        </section>
        <div>
          <MeasureClaims
            lines={await measureMembers((await database()).read, id, MOST_CLAIMS[all ? 'all' : 'first'])}
            total={line.claims}
            id={id}
          />
          <Watched id={id} page={page} actor={actor} />
          <MeasureActs sheet={sheet} page={page} acts={may(actor, 'measures.merge')} />
          <RevisionList lines={sheet.history} />
        </div>
      </div>
    </>
  );
}
