import { database, now } from '@/app/_shell/database';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { watchedMeasure } from '@/db/queue/looked';
import { countWords, dayWords } from '@/lib/publication';
import { OperationForm } from './forms';

/** When the measure is due to be looked at again, and that somebody did, for whoever may say so. */
export async function Watched({ id, page, actor }: { id: string; page: string; actor: Person }) {
  const watched = await watchedMeasure((await database()).read, id, now());
  if (!watched) return null;
  const { newest, days, due, until } = watched;
  return (
    <section aria-labelledby="watched" className="steps-panel">
      <h2 id="watched">{due ? 'Due to be looked at again' : 'Looked at again'}</h2>
      <p>
        Its newest figure is as of {dayWords(newest)}; it is looked at again after {countWords(days, 'day')}.
        {until !== null && ` It is out of the queue until ${dayWords(until.slice(0, 10))}.`}
      </p>
      {due && may(actor, 'queue.look') && (
        <OperationForm path={`queue/${id}/looked`} page={page}>
          <button type="submit" className="button">
            Looked at: it is right as it stands
          </button>
          <p className="hint">Out of the queue for {countWords(days, 'day')}, then it is due again.</p>
        </OperationForm>
      )}
    </section>
  );
}
