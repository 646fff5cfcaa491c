import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { deskReview } from '@/db/review-mode';
import { countWords } from '@/lib/publication';
import { OperationForm } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';
import { ReviewChoice } from '../../_parts/review-choice';

export const metadata: Metadata = { title: 'Settings of the desk' };

const PAGE = '/admin/settings';

export default async function SettingsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const { set, inForce, deciders } = await deskReview((await database()).read);
  const state = await formState('desk.set-review', actor, searchParams);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused} />
      <header className="sheet-head">
        <h1>Settings of the desk</h1>
      </header>
      <section aria-labelledby="review" className="form-section">
        <h2 id="review">Who decides a case</h2>
        <p className="quiet">
          {inForce === 'blind' ? 'Two people, neither seeing the other’s opinion.' : 'One person.'} In either way somebody else publishes. A
          measure may have a rule of its own, on the page of its case.
        </p>
        <OperationForm path="desk/review" page={PAGE} className="form" label="Who decides a case">
          <ReviewChoice
            set={set}
            otherwise={`Two where at least three people may decide, else one (now there ${deciders === 1 ? 'is' : 'are'} ${countWords(deciders, 'person', 'people')})`}
          />
          <button type="submit" className="button primary">
            Save
          </button>
        </OperationForm>
      </section>
    </>
  );
}
