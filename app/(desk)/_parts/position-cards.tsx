import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import { VERDICTS } from '@/lib/adjudication';
import { figureWithNoun, reportedIn, reportedWords, VERDICT_WORDS } from '@/lib/publication';
import { membersOf } from './differences';
import { Choice, Tick } from './forms';
import { Member, sentencesOf } from './member';
import { letterOf } from './words';

export const RULING_FORM = 'ruling';

const VERDICT_CHOICES = VERDICTS.map((verdict): [string, string] => [
  verdict,
  `${VERDICT_WORDS[verdict].glyph} ${VERDICT_WORDS[verdict].word}`,
]);

/** The positions side by side, each with its claims, their quotes in context, and, where a ruling may be made, its verdict. */
export function PositionCards({ sheet, state }: { sheet: CaseSheet; state: FormState | null }) {
  return (
    <ol className="sides">
      {sheet.row.positions.map((position, index) => {
        const letter = letterOf(index);
        const members = membersOf(sheet, position.claims);
        const reported = reportedIn(members);
        return (
          <li key={position.claims.join()} aria-labelledby={`p-${letter}`}>
            <p className="side-letter" aria-hidden="true">
              {letter}
            </p>
            <h3 id={`p-${letter}`}>
              <span className="visually-hidden">Position {letter}: </span>
              {position.label}
            </h3>
            {reported.origins < reported.articles && <p className="quiet">{reportedWords(reported)}</p>}
            {sentencesOf(members).map((claims) => (
              <Member key={claims[0].id} claims={claims} />
            ))}
            {state && (
              <div className="side-verdict">
                <Choice
                  state={state}
                  name={`verdict.${index}`}
                  label={`Verdict on ${letter}`}
                  form={RULING_FORM}
                  options={VERDICT_CHOICES}
                  empty="Choose …"
                />
                <Tick
                  type="radio"
                  name="accepted"
                  value={String(index)}
                  form={RULING_FORM}
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
