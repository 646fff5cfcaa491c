import type { NewerReading } from '@/db/desk';
import { countWords, dayWords } from '@/lib/publication';

type Change = NewerReading['changes'][number];

/** Articles that the engine of today reads otherwise, claim by claim. It decides nothing: what somebody judged stays. */
export function NewerList({ readings, total }: { readings: NewerReading[]; total: number }) {
  if (total === 0)
    return (
      <div className="empty">
        <p>Every article was read by the engine of today, and nothing that somebody judged is read otherwise.</p>
        <p>
          <a href="/review?split=suggestions">Back to the suggestions</a>
        </p>
      </div>
    );
  return (
    <ol className="lines">
      {readings.map(({ id, title, source, publishedAt, engine, changes, tooLong }) => (
        <li key={id} data-item>
          <a className="line-title" data-item-link href={`/review/articles/${id}`}>
            {title ?? 'An article without a title'}
          </a>
          <p className="line-positions">
            {source ?? 'Outlet not given'}
            {publishedAt && `, ${dayWords(publishedAt)}`} <span className="quiet">read by engine {engine}</span>
          </p>
          {changes.length > 0 && (
            <ul className="newer">
              {changes.map((change) => (
                <li key={`${change.claimId} ${change.after}`}>{wordsOf(change)}</li>
              ))}
            </ul>
          )}
          <p className="line-facts">
            <span>
              {tooLong
                ? 'too long to read for this page: countercheck reread --dry-run shows it'
                : `${countWords(changes.length, 'claim', 'claims')} read otherwise`}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}

function wordsOf({ change, before, after, fields, held, status }: Change) {
  const kept = held && status !== null && (
    <span className="waits"> · {status === 'read' ? 'a ruling rests on it' : `${status} by a person`}: it stays as it is</span>
  );
  if (change === 'new')
    return (
      <>
        New: “<bdi>{after}</bdi>”
      </>
    );
  if (change === 'gone')
    return (
      <>
        Not read any more: “<bdi>{before}</bdi>”{kept}
      </>
    );
  return (
    <>
      “<bdi>{before}</bdi>”
      {before !== after && (
        <>
          {' '}
          → “<bdi>{after}</bdi>”
        </>
      )}
      : {fieldWords(fields)} read otherwise{kept}
    </>
  );
}

/** Fields as a reviewer calls them; those of the frame together, since they work behind the scenes. */
const FIELDS: Record<string, string> = {
  ...{ low: 'figure', high: 'figure', lowInclusive: 'figure', highInclusive: 'figure', figure: 'figure', grain: 'figure' },
  ...{
    text: 'words',
    span: 'words',
    sentence: 'sentence',
    hedge: 'hedge',
    unit: 'unit',
    noun: 'what is counted',
    measure: 'what is counted',
  },
  ...{ speaker: 'speaker', occasion: 'occasion', asOf: 'date', asOfBasis: 'date', partOf: 'its total' },
};

function fieldWords(fields: Change['fields']): string {
  const named = new Set(fields.map(({ field }) => FIELDS[field] ?? 'its context'));
  return [...named].join(', ');
}
