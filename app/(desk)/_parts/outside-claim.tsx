import type { OutsideSheet } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { instantWords } from '@/lib/publication';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';
import { Member } from './member';
import { Seen } from './reading';

/** The page of a claim that stands in no measure: what became of it, its quote, and the way back where there is one. */
export function OutsideClaim({ sheet, revision, actor }: { sheet: OutsideSheet; revision: number; actor: Person }) {
  const { claim, judgement } = sheet;
  const { id, status, articleId } = claim;
  const isRejected = status === 'rejected';
  return (
    <>
      <header className="sheet-head">
        <p className="kicker">
          <a href={`/review/articles/${articleId}#r-${id}`} data-back>
            {claim.article.title ?? 'Its article'}
          </a>{' '}
          · claim {id}
        </p>
        <h1>
          “<bdi>{claim.text}</bdi>” is {isRejected ? 'rejected' : 'read otherwise today'}
        </h1>
        <p className="lede">
          It stands in no measure and in no case, and no reader sees it. Its address stays, so that what refers to it leads here.
        </p>
        {isRejected && judgement && (
          <p className="quiet">
            Rejected by {judgement.by}, {instantWords(judgement.at)}
            {judgement.reason && (
              <>
                : “<bdi>{judgement.reason}</bdi>”
              </>
            )}
          </p>
        )}
      </header>
      <section aria-labelledby="this" id="read">
        <h2 id="this">What was read</h2>
        <Member claims={[claim]} />
        {isRejected && may(actor, 'claims.accept') && (
          <OperationForm path={`claims/${id}/accept`} page={`/review/claims/${id}`}>
            <Seen revision={revision} status={status} />
            <button type="submit" className="button" data-command="reading-accept">
              Accept it all the same <Key of="reading-accept" />
            </button>
          </OperationForm>
        )}
      </section>
    </>
  );
}
