import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet, NoteLine } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { VERDICTS } from '@/lib/adjudication';
import type { CommandId } from '@/lib/keys';
import { countWords, figureWithNoun, reportedIn, reportedWords, VERDICT_WORDS } from '@/lib/publication';
import { type DeskKeys, deskKeys, printedKey } from '../_keys/desk-keys';
import { Key } from '../_keys/key';
import { membersOf } from './differences';
import { Choice, type Option, Tick } from './forms';
import { Member, type Sentence, sentencesOf } from './member';
import { letterOf } from './words';

export const RULING_FORM = 'ruling';

/** Each with its key before it, as the reader has set it. */
const verdictChoices = (keys: DeskKeys): Option[] =>
  VERDICTS.map((verdict, at) => {
    const command = `verdict-${at + 1}` as CommandId;
    const words = `${VERDICT_WORDS[verdict].glyph} ${VERDICT_WORDS[verdict].word}`;
    return [verdict, [printedKey(command, keys), words].filter(Boolean).join(' '), command];
  });

interface Props {
  sheet: CaseSheet;
  state: FormState | null;
  notes: NoteLine[];
  actor: Person;
}

/** The positions side by side, each with its claims, their quotes in context, and, where a ruling may be made, its verdict. */
export async function PositionCards({ sheet, state, notes, actor }: Props) {
  const choices = verdictChoices(await deskKeys());
  return (
    <ol className="sides">
      {sheet.row.positions.map((position, index) => {
        const letter = letterOf(index);
        const members = membersOf(sheet, position.claims);
        const reported = reportedIn(members);
        return (
          <li key={position.claims.join()} aria-labelledby={`p-${letter}`} data-item>
            <p className="side-letter" aria-hidden="true">
              {letter}
            </p>
            <h3 id={`p-${letter}`}>
              <span className="visually-hidden">Position {letter}: </span>
              {position.label}
            </h3>
            {reported.origins < reported.articles && <p className="quiet">{reportedWords(reported)}</p>}
            {sentencesOf(members).map((claims) => (
              <Member key={claims[0].id} claims={claims}>
                <PullOut measure={sheet.measure.id} claims={claims} actor={actor} />
              </Member>
            ))}
            <NoteLink notes={notes} claims={position.claims} />
            {state && (
              <div className="side-verdict">
                <Choice
                  state={state}
                  name={`verdict.${index}`}
                  label={`Verdict on ${letter}`}
                  form={RULING_FORM}
                  options={choices}
                  empty="Choose …"
                />
                <Tick
                  type="radio"
                  name="accepted"
                  value={String(index)}
                  form={RULING_FORM}
                  command="case-accept"
                  checked={fieldValue(state, 'accepted') === String(index)}
                >
                  Accept {letter} as the figure
                </Tick>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/**
 * The way out of a position for what answers another question: whoever may split the measure is shown what would come of it, and everybody
 * else says of each pair whether it is one question.
 */
function PullOut({ measure, claims, actor }: { measure: string; claims: Sentence; actor: Person }) {
  const split = `/review/measures/${measure}/split?${claims.map(({ id }) => `claim=${id}`).join('&')}`;
  return (
    <a href={may(actor, 'measures.split') ? split : `/review/claims/${claims[0].id}#same`} data-command="case-pull">
      pull it out
      <span className="visually-hidden">, to another question: {claims.map(({ text }) => text).join(', ')}</span> <Key of="case-pull" />
    </a>
  );
}

/** Claims that fit several positions and so stand in none. */
export function Others({ sheet }: { sheet: CaseSheet }) {
  const others = membersOf(sheet, sheet.row.others);
  if (others.length === 0) return null;
  return (
    <details className="others">
      <summary>{others.length === 1 ? 'One claim fits' : `${others.length} claims fit`} several positions</summary>
      <ul>
        {others.map((claim) => (
          <li key={claim.id}>
            <b>{figureWithNoun(claim)}</b>
            <Member claims={[claim]} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The way to what colleagues wrote about a position or a claim in it, and that is not resolved. */
function NoteLink({ notes, claims }: { notes: NoteLine[]; claims: string[] }) {
  const open = notes.filter(({ claimId, resolved }) => claimId !== null && resolved === null && claims.includes(claimId));
  if (open[0] === undefined) return null;
  return (
    <p className="quiet">
      <a href={`#n-${open[0].id}`}>{countWords(open.length, 'open note')}</a>
    </p>
  );
}
