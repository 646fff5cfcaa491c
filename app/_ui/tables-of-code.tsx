import { REASON_CODES, VERDICTS } from '@/lib/adjudication';
import { AGGREGATIONS } from '@/lib/claim';
import { DECISION_TABLE, HEDGE_TABLE, notation, VAGUE_TABLE } from '@/lib/conflict';
import { AGGREGATION_WORDS, KIND_WORDS, listWords, numberWords, REASON_WORDS, VERDICT_WORDS } from '@/lib/publication';
import { StackTable } from './stack-table';
import { VerdictChip } from './words';

/** What each hedge allows and is taken to mean, and what vague words are. */
export const Hedges = () => (
  <>
    <StackTable
      caption="Hedges"
      columns={['Words', 'Allowed', 'Taken to mean']}
      rows={HEDGE_TABLE.map((row) => ({ key: row.hedge, cells: [row.words, notation(row.hard), notation(row.soft)] }))}
    />
    <table>
      <caption>Vague words: at least the first figure, and for a reader below the second</caption>
      <thead>
        <tr>
          <th scope="col">Words</th>
          <th scope="col">From</th>
          <th scope="col">Below</th>
        </tr>
      </thead>
      <tbody>
        {VAGUE_TABLE.map((row) => (
          <tr key={row.words[0]}>
            <th scope="row">{listWords([...row.words])}</th>
            <td>{numberWords(row.low)}</td>
            <td>{numberWords(row.high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

/** The decision table, row by row. */
export const Kinds = () => (
  <StackTable
    caption="The decision table"
    columns={['Kind', 'If', 'Then', 'Opens a case']}
    rows={DECISION_TABLE.map((row) => ({
      key: row.id,
      id: `kind-${row.id}`,
      cells: [
        `${row.row}. ${KIND_WORDS[row.id]}`,
        row.test,
        row.words,
        row.alert ? (row.severity === 'high' ? 'yes, first in the queue' : 'yes') : 'no',
      ],
    }))}
  />
);

/** How figures add up. */
export const Adding = () => (
  <dl className="facts">
    {AGGREGATIONS.map((aggregation) => (
      <div key={aggregation} className="fact">
        <dt>{AGGREGATION_WORDS[aggregation].word}</dt>
        <dd>{AGGREGATION_WORDS[aggregation].meaning}</dd>
      </div>
    ))}
  </dl>
);

/** Every verdict with what it says and the number that machines are told. */
export const Verdicts = () => (
  <StackTable
    caption="Verdicts"
    columns={['Verdict', 'It says', 'Number, 1 to 5']}
    rows={VERDICTS.map((verdict) => ({
      key: verdict,
      cells: [<VerdictChip key="chip" verdict={verdict} />, VERDICT_WORDS[verdict].meaning, VERDICT_WORDS[verdict].rating ?? 'none'],
    }))}
  />
);

/** Reasons a ruling can give. */
export const Reasons = () => (
  <ul>
    {REASON_CODES.map((code) => (
      <li key={code}>{REASON_WORDS[code]}</li>
    ))}
  </ul>
);
