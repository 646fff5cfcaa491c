import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database, now } from '@/app/_shell/database';
import { fieldsOfState, formState, type Query, requireActor } from '@/app/_shell/desk-page';
import { type MemberLine, measureMembers, readMeasure, splitEffects } from '@/db/desk';
import { ID_PATTERN } from '@/db/ids';
import { may } from '@/db/operations';
import { quoted } from '@/lib/base';
import { countWords, dayWords } from '@/lib/publication';
import { EffectList } from '../../../../_parts/effects';
import { OperationForm, TextField } from '../../../../_parts/forms';
import { ProblemNote } from '../../../../_parts/notices';

export const metadata: Metadata = { title: 'Split a measure' };

/** So many claims are listed; a larger measure is parted pair by pair. */
const MOST = 400;

export default async function SplitPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const { read } = await database();
  const sheet = ID_PATTERN.test(id) ? await readMeasure(read, id, now()) : null;
  if (!sheet || !may(actor, 'measures.split')) notFound();
  const page = `/review/measures/${id}/split`;
  const state = await formState(`measures.split:${id}`, actor, searchParams);
  const asked = [(await searchParams).claim].flat().filter((one) => typeof one === 'string' && ID_PATTERN.test(one)) as string[];
  const kept = Object.entries(fieldsOfState(state)).flatMap(([name, value]) => (/^claims\.\d+$/.test(name) ? [value].flat() : []));
  const chosen = new Set(asked.length > 0 ? asked : state.refused ? kept : []);
  const looked = asked.length > 0 || (await searchParams).look !== undefined;
  const effects = looked ? await splitEffects(read, id, [...chosen]) : null;
  const members = await measureMembers(read, id, MOST);
  return (
    <>
      <ProblemNote refusal={state.refused ?? effects?.refusal ?? null} />
      <header className="sheet-head">
        <p className="kicker">
          <a href={`/review/measures/${id}/edit`}>This measure</a> · {countWords(sheet.line.claims, 'claim')}
        </p>
        <h1>Split claims off {quoted(sheet.line.title)}</h1>
        <p className="quiet">Choose those that answer another question. They go together; those that stay keep the address.</p>
      </header>
      {effects && effects.refusal === null && (
        <section aria-labelledby="effects">
          <h2 id="effects">What would come of it</h2>
          <EffectList effects={effects} act="split" />
          <OperationForm path={`measures/${id}/split`} page={page} className="form" label="Split">
            <input type="hidden" name="_next" value="/review/measures/{to}/edit" />
            <input type="hidden" name="revision" value={sheet.definition.revision} />
            {[...chosen].map((claim, at) => (
              <input key={claim} type="hidden" name={`claims.${at}`} value={claim} />
            ))}
            <TextField
              state={state}
              name="reason"
              label="What they answer instead"
              hint="May be left empty. Kept in the history of the measure."
            />
            <button type="submit" className="button primary">
              Split {countWords(effects.moved, 'claim')} off
            </button>
          </OperationForm>
        </section>
      )}
      <form method="get" action={page} className="form">
        <input type="hidden" name="look" value="1" />
        <fieldset>
          <legend id="f-claims">Claims that leave</legend>
          {members.map((member) => (
            <ClaimBox key={member.id} member={member} checked={chosen.has(member.id)} />
          ))}
        </fieldset>
        <button type="submit" className="button">
          See what it would do
        </button>
      </form>
    </>
  );
}

function ClaimBox({ member, checked }: { member: MemberLine; checked: boolean }) {
  const { id, text, sentence, speaker, outlet, publishedAt, accepted, retracted } = member;
  return (
    <label className="tick">
      <input type="checkbox" name="claim" value={id} defaultChecked={checked} />
      <span>
        <strong>{text}</strong> “{sentence}”{' '}
        <span className="quiet">
          {[
            speaker,
            outlet,
            publishedAt ? dayWords(publishedAt) : 'no date',
            accepted ? 'public' : 'not accepted',
            retracted ? 'taken back by its source' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </label>
  );
}
