import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { auditShare } from '@/db/audit-share';
import { deskReview } from '@/db/review-mode';
import { countWords } from '@/lib/publication';
import { OperationForm, TextField } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';
import { ReviewChoice } from '../../_parts/review-choice';

export const metadata: Metadata = { title: 'Settings of the desk' };

const PAGE = '/admin/settings';

export default async function SettingsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const { read } = await database();
  const { set, inForce, deciders } = await deskReview(read);
  const state = await formState('desk.set-review', actor, searchParams);
  const audit = await formState('desk.set-audit', actor, searchParams);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused ?? audit.refused} />
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
      <section aria-labelledby="audits" className="form-section">
        <h2 id="audits">Audits of what two agree on</h2>
        <p className="quiet">
          Of the rulings that two people agree on, so many are drawn by chance. An editor looks at them before anything is public; where the
          desk has no editor, anybody who is not one of the two. 0 draws none.
        </p>
        <OperationForm path="desk/audit" page={PAGE} className="form" label="Audits of what two agree on">
          <TextField state={audit} name="share" label="Percent" otherwise={String(await auditShare(read))} />
          <button type="submit" className="button primary">
            Save the share
          </button>
        </OperationForm>
      </section>
    </>
  );
}
