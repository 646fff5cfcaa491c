import { At } from '@/app/_ui/words';
import type { ClaimGone } from '@/db/published';

/** The tombstone of a claim that readers saw: since when, until when, and never with its words. */
export function GoneView({ gone }: { gone: ClaimGone }) {
  return (
    <header>
      <p className="kicker">Claim · 410</p>
      <h1>This claim is no longer public</h1>
      <aside className="note correction" role="note" aria-label="Withdrawal">
        <p>
          <strong>{gone.rejected ? 'Its reading was rejected by a person.' : 'The word that its reading is right was taken back.'}</strong>{' '}
          What stood here is not held to be what the article says.
        </p>
        <p className="quiet">
          Public since <At instant={gone.since} />, taken down <At instant={gone.at} />, log entry {gone.entry}.
        </p>
      </aside>
      {gone.article && (
        <p>
          <a href={`/articles/${gone.article.id}`}>{gone.article.title ?? 'Its article'}</a>, with what is read in it now.
        </p>
      )}
    </header>
  );
}
