import type { ReactNode } from 'react';
import type { ArticleLine, CaseLine, CaseSplit } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import type { Instant } from '@/lib/base';
import { countWords, dayWords } from '@/lib/publication';
import { itemPath } from './onward';
import { StateChip } from './state-chip';
import { ageWords, letterOf, percent } from './words';

/** Nothing is there, and what to do about it; `adds`: whether its reader may add an article. */
const empty = (adds: boolean): Record<CaseSplit | 'articles', ReactNode> => ({
  conflicts: (
    <>
      <p>No open conflicts: every figure in the record can stand beside the others, or was ruled on.</p>
      {adds && (
        <p>
          <a href="/review/intake">Add an article</a> to hold its figures against them.
        </p>
      )}
    </>
  ),
  articles: (
    <>
      <p>No readings wait: every claim that was found has been accepted or rejected.</p>
      {adds && (
        <p>
          <a href="/review/intake">Add an article</a>, or import a folder with the command line.
        </p>
      )}
    </>
  ),
  'to-publish': <p>No ruling waits for confirmation. Those of others appear here as soon as they are made.</p>,
  mine: (
    <p>
      You hold no case. Take one from the <a href="/review?split=conflicts">conflicts</a>.
    </p>
  ),
  settled: <p>Nothing has been published or dismissed yet.</p>,
});

const Empty = ({ split, actor }: { split: CaseSplit | 'articles'; actor: Person }) => (
  <div className="empty">{empty(may(actor, 'articles.add'))[split]}</div>
);

const More = ({ shown, total }: { shown: number; total: number }) =>
  total > shown ? (
    <p className="quiet">
      The first {shown} of {total}. The rest follows as these are done.
    </p>
  ) : null;

export function CaseList({
  split,
  lines,
  total,
  actor,
  now,
}: {
  split: CaseSplit;
  lines: CaseLine[];
  total: number;
  actor: Person;
  now: Instant;
}) {
  if (lines.length === 0) return <Empty split={split} actor={actor} />;
  return (
    <>
      <ol className="lines">
        {lines.map((line) => (
          <li key={line.id} data-severity={line.severity} data-item>
            <a className="line-title" href={itemPath(split, line.id)} data-item-link>
              {line.title}
            </a>
            <p className="line-positions">
              {line.labels.map((label, index) => (
                <span key={label}>
                  {index > 0 && (
                    <span className="against" aria-hidden="true">
                      {' '}
                      ≠{' '}
                    </span>
                  )}
                  <b>{letterOf(index)}</b> {label}
                </span>
              ))}
            </p>
            <p className="line-why">{line.explanation}</p>
            <p className="line-facts">
              <StateChip state={line.state} />
              {line.sentBack && <span className="sent">↩ sent back</span>}
              <span>{line.severity === 'high' ? 'high severity' : 'normal severity'}</span>
              <span>{percent(line.confidence)} sure</span>
              <span>{ageWords(line.openedAt, now)}</span>
              {line.takenBy && <span>with {line.takenBy.id === actor.id ? 'you' : line.takenBy.name}</span>}
              {line.ruledBy && (
                <span>
                  ruled by {line.ruledBy.id === actor.id ? 'you' : line.ruledBy.name}
                  {line.state === 'ruled' && line.ruledBy.id === actor.id ? ': somebody else confirms it' : ''}
                </span>
              )}
              {line.publications > 0 && <span>published {line.publications === 1 ? 'once' : countWords(line.publications, 'time')}</span>}
              {line.draft && <span className="has-draft">✎ your draft</span>}
            </p>
          </li>
        ))}
      </ol>
      <More shown={lines.length} total={total} />
    </>
  );
}

export function ArticleList({ lines, total, actor, now }: { lines: ArticleLine[]; total: number; actor: Person; now: Instant }) {
  if (lines.length === 0) return <Empty split="articles" actor={actor} />;
  return (
    <>
      <ol className="lines">
        {lines.map((line) => (
          <li key={line.id} data-item>
            <a className="line-title" href={itemPath('articles', line.id)} data-item-link>
              {line.title ?? 'An article without a title'}
            </a>
            <p className="line-positions">
              {line.source ?? 'Outlet not given'}
              {line.publishedAt && `, ${dayWords(line.publishedAt)}`}
            </p>
            <p className="line-facts">
              <span>
                {countWords(line.waiting, 'reading waits', 'readings wait')} of {line.total}
              </span>
              <span>{ageWords(line.createdAt, now)}</span>
              <span>{line.enteredBy ? `entered by ${line.enteredBy}` : 'imported'}</span>
            </p>
          </li>
        ))}
      </ol>
      <More shown={lines.length} total={total} />
    </>
  );
}
