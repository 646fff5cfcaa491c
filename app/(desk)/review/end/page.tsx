import type { Metadata } from 'next';
import { sessionId } from '@/app/_shell/actor';
import { database, now } from '@/app/_shell/database';
import { type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import { nextItem, queueCounts, readSitting, SPLITS } from '@/db/desk';
import { sessionSince } from '@/db/people';
import { DoneNote } from '../../_parts/notices';
import { standingOf } from '../../_parts/onward';
import { SPLIT_WORDS } from '../../_parts/split-words';
import { tallyWords } from '../../_parts/tally';

export const metadata: Metadata = { title: 'Done' };

/** The end of a part of the queue: what was done in this sitting, and where there is more to do. */
export default async function EndPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const [db, sid, asked] = [await database(), await sessionId(), await queryValue(searchParams, 'split')];
  const split = SPLITS.find((name) => name === asked) ?? 'conflicts';
  const since = (sid && (await sessionSince(db, sid))) ?? now();
  const done = tallyWords((await readSitting(db.read, actor.id, since)).acts);
  const counts = await queueCounts(db.read, actor.id, now());
  const stands = await standingOf(searchParams, null, actor.id);
  const first = stands && (await nextItem(db.read, stands.standing));
  const more = SPLITS.filter((name) => name !== 'settled' && counts[name] > 0);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <header className="sheet-head">
        <p className="kicker">
          <a href={`/review?${stands?.list ?? `split=${split}`}`} data-back>
            Queue
          </a>{' '}
          · {SPLIT_WORDS[split].word}
        </p>
        <h1>
          {first === null ? 'Nothing more waits for you in' : 'There is more for you in'} “{SPLIT_WORDS[split].word}”
        </h1>
        {stands && first && (
          <p>
            <a href={`/review/next?${stands.list}`}>Go on with the first of them</a>
          </p>
        )}
      </header>
      <section aria-labelledby="sitting">
        <h2 id="sitting">Your sitting</h2>
        <p className="quiet">
          Since you signed in, <At instant={since} />.
        </p>
        {done.length === 0 ? (
          <p>You have decided nothing yet.</p>
        ) : (
          <ul className="tally">
            {done.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="more">
        <h2 id="more">What waits elsewhere</h2>
        {more.length === 0 ? (
          <p>
            Nothing. <a href="/review/intake">Add an article</a>, and its figures are held against the others.
          </p>
        ) : (
          <ul className="tally">
            {more.map((name) => (
              <li key={name}>
                <a href={`/review?split=${name}`}>{SPLIT_WORDS[name].word}</a> {counts[name]}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
