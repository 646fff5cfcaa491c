import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database } from '@/app/_shell/database';
import { type FormState, formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { type PairView, readBeside, readHands, readOutside } from '@/db/desk';
import { may } from '@/db/operations';
import { countWords } from '@/lib/publication';
import { HandReading, isCorrecting } from '../../../_parts/hand-reading';
import { Member } from '../../../_parts/member';
import { DoneNote, ProblemNote } from '../../../_parts/notices';
import { OutsideClaim } from '../../../_parts/outside-claim';
import { PairCard, scopeOf } from '../../../_parts/pair-card';

export const metadata: Metadata = { title: 'Claims beside a claim' };

/** Fields of pairs and of a rejection carry a scope; those of the one correction do not. */
function refusedScope(state: FormState | null): string | null {
  if (state?.name.startsWith('pairs.')) return scopeOf(state);
  return state?.name.startsWith('claims.reject:') ? (state.name.split(':')[1] ?? null) : null;
}

export default async function BesidePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const { read } = await database();
  const sheet = await readBeside(read, id);
  const refusedForm = await queryValue(searchParams, 'draft');
  const state = refusedForm ? await formState(refusedForm, actor, searchParams) : null;
  if (!sheet) {
    const outside = await readOutside(read, id);
    const hands = outside && (await readHands(read, id, false));
    if (!outside || !hands) notFound();
    return (
      <>
        <DoneNote done={await queryValue(searchParams, 'done')} />
        <ProblemNote refusal={state?.refused ?? null} />
        <OutsideClaim sheet={outside} revision={hands.revision} actor={actor} />
      </>
    );
  }
  const { claim, measure, same, elsewhere, others } = sheet;
  const corrects = may(actor, 'claims.correct') && (await isCorrecting(id, actor, searchParams));
  const cards = (pairs: PairView[]) => (
    <ol className="pairs-list">
      {pairs.map((pair) => (
        <PairCard key={pair.b.id} pair={pair} page={`/review/claims/${id}`} anchor={`p-${pair.b.id}`} actor={actor} state={state} second />
      ))}
    </ol>
  );
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state?.refused ?? null} scope={refusedScope(state)} />
      <header className="sheet-head">
        <p className="kicker">
          <a href="/review?split=suggestions" data-back>
            Suggestions
          </a>{' '}
          · claim {claim.id}
        </p>
        <h1>
          {corrects ? 'Correct the reading of' : 'Which claims answer the question of'} “<bdi>{claim.text}</bdi>”{corrects ? '' : '?'}
        </h1>
        {measure && <p className="lede">{measure}</p>}
      </header>
      <HandReading id={id} actor={actor} query={searchParams} />
      <div className="two">
        <section aria-labelledby="this">
          <h2 id="this">This claim</h2>
          <div className="pair-fixed">
            <Member claims={[claim]} />
          </div>
        </section>
        <div>
          <section aria-labelledby="same">
            <h2 id="same">
              In its measure{' '}
              <span className="quiet">
                {others > same.length ? `${same.length} of ${others}` : countWords(others, 'other claim')}, the least alike first
              </span>
            </h2>
            {same.length > 0 ? cards(same) : <p className="quiet">It stands alone: no other claim answers this question.</p>}
          </section>
          <section aria-labelledby="elsewhere">
            <h2 id="elsewhere">
              Elsewhere <span className="quiet">alike, or judged by somebody; the most alike first</span>
            </h2>
            {elsewhere.length > 0 ? cards(elsewhere) : <p className="quiet">Nothing in other measures comes near.</p>}
          </section>
        </div>
      </div>
    </>
  );
}
