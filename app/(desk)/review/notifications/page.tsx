import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import { readFollows, readNotifications } from '@/db/desk';
import { countWords } from '@/lib/publication';
import { OperationForm } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Notifications' };

const PAGE = '/review/notifications';
const FOLLOWED = { measure: 'measure', source: 'outlet', speaker: 'speaker' } as const;

/** What its reader was told, and what they follow. Nobody else sees either. */
export default async function NotificationsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const { read } = await database();
  const [lines, follows] = [await readNotifications(read, actor.id), await readFollows(read, actor.id)];
  const asked = await queryValue(searchParams, 'draft');
  const refused = asked ? (await formState(asked, actor, searchParams)).refused : null;
  const unread = lines.filter((line) => !line.read);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={refused} />
      <header className="sheet-head">
        <h1>Notifications</h1>
        <p className="quiet">
          What concerns you, the latest first. Once a day the unread ones go to you as one letter.{' '}
          <a href="/review/settings#notifications">Choose what you are told</a>
        </p>
      </header>
      <div className="two">
        <section aria-labelledby="told">
          <h2 id="told">{unread.length === 0 ? 'Nothing unread' : `${unread.length} unread`}</h2>
          {unread.length > 0 && (
            <OperationForm path="notifications/read" page={PAGE}>
              <input type="hidden" name="until" value={lines[0]?.at} />
              <button type="submit" className="button">
                Mark all as read
              </button>
            </OperationForm>
          )}
          {lines.length === 0 ? (
            <p className="quiet">
              Nothing yet. You are told when a case of yours comes back, when an opinion is asked for, and what happens to what you follow.
            </p>
          ) : (
            <ol className="told">
              {lines.map(({ id, words, title, path, at, read: isRead }) => (
                <li key={id} data-unread={isRead ? undefined : true}>
                  <span className="told-words">
                    {!isRead && <span className="told-mark">New</span>} {words}: <a href={path}>{title}</a>
                  </span>
                  <span className="quiet">
                    <At instant={at} />
                  </span>
                  {!isRead && (
                    <OperationForm path="notifications/read" page={PAGE}>
                      <input type="hidden" name="one" value={id} />
                      <button type="submit" className="button slim">
                        Mark as read
                        <span className="visually-hidden">
                          : {words}, {title}
                        </span>
                      </button>
                    </OperationForm>
                  )}
                </li>
              ))}
            </ol>
          )}
        </section>
        <section aria-labelledby="followed">
          <h2 id="followed">{follows.length === 0 ? 'You follow nothing' : `You follow ${countWords(follows.length, 'thing')}`}</h2>
          {follows.length === 0 && (
            <p className="quiet">
              Follow a <a href="/review/measures">measure</a>, an <a href="/review/sources">outlet</a> or a{' '}
              <a href="/review/speakers">speaker</a> on its page.
            </p>
          )}
          <ul className="told">
            {follows.map(({ kind, id, title, path }) => (
              <li key={`${kind}:${id}`}>
                <span className="told-words">
                  <a href={path}>{title}</a> <span className="quiet">{FOLLOWED[kind]}</span>
                  {kind === 'measure' && (
                    <>
                      {' '}
                      <a href={`/measures/${id}.atom`}>
                        feed<span className="visually-hidden"> of {title}</span>
                      </a>
                    </>
                  )}
                </span>
                <OperationForm path="follows" page={PAGE}>
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" className="button slim">
                    Follow no more<span className="visually-hidden">: {title}</span>
                  </button>
                </OperationForm>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
