import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import { REASON_CODES, VERDICTS } from '@/lib/adjudication';
import { instantWords, REASON_WORDS, VERDICT_WORDS } from '@/lib/publication';
import { fieldsOfRuling } from './sent-back';
import { letterOf, STATE_WORDS } from './words';

const wordOf = <T extends string>(list: readonly T[], words: Record<T, string>, value: string): string => {
  const known = list.find((item) => item === value);
  return known ? words[known] : '—';
};

const VERDICT_ONLY = Object.fromEntries(VERDICTS.map((verdict) => [verdict, VERDICT_WORDS[verdict].word])) as Record<
  (typeof VERDICTS)[number],
  string
>;

/** Somebody was faster: what was written beside what stands now, field by field. Nothing of either is lost. */
export function MovedOn({ sheet, state }: { sheet: CaseSheet; state: FormState }) {
  const { standing, row, view, history } = sheet;
  const last = history.at(-1);
  const value = (name: string) => fieldValue(state, name);
  const positions = Math.max(row.positions.length, standing?.positions.length ?? 0);
  const rows: [field: string, yours: string, now: string][] = [
    ['Revision', value('revision'), String(view.revision)],
    ['State', 'as you saw it', STATE_WORDS[row.state].word],
    ...(state.name.startsWith('cases.rule:')
      ? rulingRows(sheet, value, positions)
      : ([['Your words', value('reason') || value('notice') || '—', '']] as typeof rows)),
  ];
  return (
    <section className="moved-on" aria-labelledby="moved-on">
      <h2 id="moved-on">The case moved on while you wrote</h2>
      <p>
        {last && `${last.by ?? 'The engine'} was faster, ${instantWords(last.event.at)}. `}What you wrote is kept as your draft
        {state.name.startsWith('cases.rule:') && ' and stands in the form where one can still be sent'}.
      </p>
      <div className="table-wrap">
        <table className="stack">
          <caption className="visually-hidden">Your version and the one that stands now</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Stands now</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([field, yours, now]) => (
              <tr key={field} data-differs={yours !== now || undefined}>
                <th scope="row">{field}</th>
                <td data-label="Yours">{yours}</td>
                <td data-label="Stands now">{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function rulingRows({ standing, row }: CaseSheet, value: (name: string) => string, positions: number): [string, string, string][] {
  // The letters are those of today; what was ruled on other positions is told by none of them.
  const now = standing && fieldsOfRuling(standing, row.positions);
  const accepted = (index: string) => (index === '' ? 'none' : letterOf(Number(index)));
  const verdicts = Array.from({ length: positions }, (_, index): [string, string, string] => [
    `Verdict on ${letterOf(index)}`,
    wordOf(VERDICTS, VERDICT_ONLY, value(`verdict.${index}`)),
    now ? wordOf(VERDICTS, VERDICT_ONLY, String(now[`verdict.${index}`] ?? '')) : '—',
  ]);
  return [
    ...verdicts,
    ['Accepted', accepted(value('accepted')), now ? accepted(String(now.accepted)) : '—'],
    ['Why they differ', wordOf(REASON_CODES, REASON_WORDS, value('reasonCode')), standing ? REASON_WORDS[standing.reasonCode] : '—'],
    ['Reason', value('rationale') || '—', standing?.rationale ?? '—'],
  ];
}
