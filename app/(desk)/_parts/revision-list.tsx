import type { RevisionLine } from '@/db/desk';
import { instantWords } from '@/lib/publication';
import { actionWords } from './log-words';

/** What people did to it, the latest first, with what stood before and after. */
export function RevisionList({ lines }: { lines: RevisionLine[] }) {
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">What people did</h2>
      {lines.length === 0 && <p className="quiet">Nobody has changed anything here.</p>}
      <ol className="acts">
        {lines.map(({ key, act, of, who, at, reason, before, after }) => (
          <li key={key}>
            <strong>{actionWords(act)}</strong>
            {of && (
              <>
                : <bdi>{of}</bdi>
              </>
            )}{' '}
            <span className="quiet">
              {who}, {instantWords(at)}
            </span>
            {reason && <p>“{reason}”</p>}
            <Changed before={before} after={after} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The words that were there, and those that came in their place. Ids are left out: they say nothing to anybody. */
function Changed({ before, after }: Pick<RevisionLine, 'before' | 'after'>) {
  const said = Object.keys(after).filter((name) => WORDS[name] && wordOf(before[name]) !== wordOf(after[name]));
  if (said.length === 0) return null;
  return (
    <dl className="facts changed">
      {said.map((name) => (
        <div key={name} className="fact">
          <dt>{WORDS[name]}</dt>
          <dd>
            <del>{wordOf(before[name])}</del> <ins>{wordOf(after[name])}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const WORDS: Record<string, string> = {
  ...{ name: 'Name', kind: 'What it is', title: 'Question', unit: 'Unit', aggregation: 'How it behaves' },
  ...{ counts: 'Counts', countsNot: 'Does not count', addsUp: 'How it adds up', reviewDays: 'Look again after (days)' },
  ...{ topicNames: 'Topics', placeNames: 'Places' },
};

const wordOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') || 'none' : value === null || value === undefined || value === '' ? 'nothing' : String(value);
