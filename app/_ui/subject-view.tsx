import type { SubjectKind, SubjectLine, SubjectRecord } from '@/db/published';
import { countWords, dayWords, figureWithNoun, measurePage } from '@/lib/publication';
import { Empty } from './empty';
import { Cards, MeasureTable } from './measure-card';

const hrefOf = (path: string, { id }: { id: string }): string => `${path}/${encodeURIComponent(id)}`;

/** All topics or places, each behind what it is part of. */
export function SubjectsView({
  kind,
  path,
  title,
  about,
  lines,
  next,
}: {
  kind: SubjectKind;
  path: string;
  title: string;
  about: string;
  lines: SubjectLine[];
  next: string | null;
}) {
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p className="lede">{about}</p>
      </header>
      {lines.length > 0 ? (
        <table>
          <caption>
            {next ? `${countWords(lines.length, kind)} on this page, by name` : `${countWords(lines.length, kind)}, by name`}
          </caption>
          <thead>
            <tr>
              <th scope="col" aria-sort="ascending">
                {kind === 'topic' ? 'Topic' : 'Place'}
              </th>
              <th scope="col">Part of</th>
              <th scope="col">Measures</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <a href={hrefOf(path, line)}>{line.name}</a>
                </th>
                <td>{line.path.slice(0, -1).join(' › ') || '–'}</td>
                <td>{line.measures}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Empty
          will={
            kind === 'topic'
              ? 'A topic appears here once somebody says that a measure is about it.'
              : 'A place appears here once an accepted claim, or somebody at the desk, names it.'
          }
          href="/measures"
          action="See what is on record"
        />
      )}
      {next ? (
        <p>
          <a href={next} rel="next">
            More {kind}s
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What is on record about one of them. */
export function SubjectView({ kind, record, path, own }: { kind: SubjectKind; record: SubjectRecord; path: string; own: string }) {
  const { name, list, open, claims, narrower, wider } = record;
  const narrowed = new URLSearchParams([[kind, record.id]]);
  return (
    <>
      <header>
        <p className="kicker">
          <a href={path}>{kind === 'topic' ? 'Topics' : 'Places'}</a>
          {wider ? (
            <>
              {' › '}
              <a href={hrefOf(path, { id: wider })}>{record.path.at(-2)}</a>
            </>
          ) : null}
        </p>
        <h1>{name}</h1>
        <p className="lede">{countWords(record.measures, 'measure')} on record.</p>
        <p className="quiet">
          Follow it: <a href={`${own}.atom`}>feed</a> · As data: <a href={`${own}.json`}>JSON</a>, <a href={`${own}.csv`}>CSV</a>
        </p>
        {narrower.length > 0 ? (
          <ul className="chips" aria-label="Parts of it">
            {narrower.map((part) => (
              <li key={part.id}>
                <a href={hrefOf(path, part)}>
                  {part.name} ({part.measures})
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </header>
      <section>
        <h2>Open cases</h2>
        {open.length > 0 ? (
          <Cards pages={open.map(measurePage)} heading="h3" href={(page) => `/cases/${page.record.case?.id}`} />
        ) : (
          <p>No open case: nothing on record about {name} waits for a ruling.</p>
        )}
        <p>
          <a href={`/cases?${narrowed}`}>All cases</a>
        </p>
      </section>
      <section>
        <h2>Questions</h2>
        <MeasureTable
          pages={list.items.map(measurePage)}
          caption={`${countWords(list.items.length, 'measure')} of ${record.measures}, the one changed last first`}
        />
        {list.next ? (
          <p>
            <a href={`/measures?${narrowed}`}>All measures</a>
          </p>
        ) : null}
      </section>
      <section>
        <h2>Latest claims</h2>
        <ul className="history">
          {claims.map((claim) => (
            <li key={claim.id}>
              <a href={`/claims/${claim.id}`}>{figureWithNoun(claim)}</a>{' '}
              <span className="quiet">
                {claim.speaker ? `${claim.speaker.name}, in ` : ''}
                {claim.article.source?.name ?? 'source not named'}
                {claim.asOf ? `, as of ${dayWords(claim.asOf)}` : ''}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={`/claims?${narrowed}`}>All claims</a>
        </p>
      </section>
    </>
  );
}
