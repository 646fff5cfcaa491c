import { countWords, dayWords, listWords, type PositionView, type Status } from '@/lib/publication';
import { StackTable } from './stack-table';
import { GivenVerdict } from './words';

/** So many speakers and dates of a position are named in a row. */
const MOST_NAMED = 3;

/** The positions in a row each: what, as of when, by whom, since when, and how it stands to the accepted one. Where all count the same thing, that is not said. */
export function PositionTable({ positions, status }: { positions: PositionView[]; status: Status }) {
  const counted = new Set(positions.map((position) => listWords(position.counted))).size > 1;
  const related = positions.some(({ toAccepted }) => toAccepted !== null);
  const columns = [
    'Figure',
    ...(counted ? ['Counts'] : []),
    'As of',
    'Said by',
    'First seen',
    'Claims',
    ...(related ? ['To the accepted one'] : []),
  ];
  return (
    <div className="table-wrap">
      <StackTable
        className="values"
        caption={`${countWords(positions.length, 'position')}, each of claims that agree`}
        columns={columns}
        rows={positions.map((position) => ({
          key: position.letter,
          cells: [
            <Figure key="figure" position={position} status={status} />,
            ...(counted ? [named(position.counted)] : []),
            named(position.asOf),
            position.speakers.length > 0 ? named(position.speakers) : 'nobody named',
            position.firstSeen === null ? 'no date given' : dayWords(position.firstSeen),
            <a
              key="claims"
              href={`#c-${position.rows[0]!.id}`}
              aria-label={`${countWords(position.rows.length, 'claim')} of position ${position.letter}`}
            >
              {position.rows.length}
            </a>,
            ...(related ? [position.accepted ? '' : (position.toAccepted ?? 'not compared')] : []),
          ],
        }))}
      />
    </div>
  );
}

const named = (words: string[]): string =>
  words.length > MOST_NAMED ? `${words.slice(0, MOST_NAMED).join(', ')} and ${words.length - MOST_NAMED} more` : listWords(words);

const Figure = ({ position: { letter, label, verdict, accepted, rows }, status }: { position: PositionView; status: Status }) => (
  <>
    <span className="quiet">{letter}</span> <a href={rows[0]!.path}>{label}</a>{' '}
    {verdict ? <GivenVerdict verdict={verdict} status={status} /> : null}
    {accepted ? <span className="accepted"> accepted</span> : null}
  </>
);
