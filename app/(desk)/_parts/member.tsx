import type { ReactNode } from 'react';
import type { MemberClaim } from '@/db/desk';
import { BASIS_WORDS, dayWords, markedPieces, type Passage, type Piece, passageOf } from '@/lib/publication';
import { Key } from '../_keys/key';
import { Basis } from './basis';
import { handWords } from './hand-words';
import { OriginalLink } from './original-link';

/** Claims of one sentence that say the same about speaker and date: shown as one quote with a mark for each. */
export type Sentence = [MemberClaim, ...MemberClaim[]];

/** A sentence longer than this is shown cut around its mark, so another mark in it needs a quote of its own. */
const WHOLE = 600;

export function sentencesOf(claims: MemberClaim[]): Sentence[] {
  const groups = new Map<string, Sentence>();
  for (const claim of claims) {
    const { article, sentenceStart, sentenceEnd, speakerName, speakerInferred, asOf, asOfBasis, status } = claim;
    const alone = sentenceEnd - sentenceStart > WHOLE ? claim.id : null;
    const key = JSON.stringify([article.id, sentenceStart, speakerName, speakerInferred, asOf, asOfBasis, status, alone]);
    const known = groups.get(key);
    groups.set(key, known ? [...known, claim] : [claim]);
  }
  return [...groups.values()];
}

/** A sentence with its claims; the text around it opens below. `children`: what else can be done with it, beside its links. */
export function Member({ claims, children }: { claims: Sentence; children?: ReactNode }) {
  const [claim] = claims;
  const { context, article } = claim;
  const shift = (from: number, to: number) => ({ start: from - context.start, end: to - context.start });
  const marks = claims.map((member) => ({ ...shift(member.start, member.end), id: member.id }));
  const passage = (from: number, to: number): Passage => {
    const around = shift(from, to);
    return claims.length === 1
      ? passageOf(context.text, around, marks[0]!)
      : { pieces: markedPieces(context.text, around, marks), cutBefore: false, cutAfter: false };
  };
  const sentence = passage(claim.sentenceStart, claim.sentenceEnd);
  const around = passage(context.start, context.start + context.text.length);
  const wide = context.text.length > claim.sentenceEnd - claim.sentenceStart + 40;
  return (
    <article className="member">
      <blockquote dir="auto">
        {sentence.cutBefore && '… '}
        <Marked pieces={sentence.pieces} />
        {sentence.cutAfter && ' …'}
      </blockquote>
      <p className="member-facts">
        <strong>{claim.source ?? 'Outlet not given'}</strong>
        {article.publishedAt && `, ${dayWords(article.publishedAt)}`}
        {' · '}
        {claim.speakerName ? `said by ${claim.speakerName}` : 'in its own voice'}
        {claim.speakerInferred && <Basis basis="inferred">inferred</Basis>}
        {' · '}
        {claim.asOf ? `as of ${dayWords(claim.asOf)}` : 'no date'}
        {claim.asOf && <Basis basis={claim.asOfBasis === 'assumed' ? 'supplied' : 'said'}>{BASIS_WORDS[claim.asOfBasis]}</Basis>}
      </p>
      <p className="member-links">
        <a href={`/review/articles/${article.id}#r-${claim.id}`} data-command="open-text">
          {article.title ?? 'The article'} <Key of="open-text" />
        </a>
        <OriginalLink url={article.url} />
        {children && (
          <>
            {' · '}
            {children}
          </>
        )}
        {claim.hand && (
          <>
            {' · '}
            <a href={`/review/claims/${claim.id}#read`}>{handWords(claim.hand)}</a>
          </>
        )}
        {claim.retracted && <span className="waits"> · taken back by its source</span>}
        {claim.withheld && <span className="waits"> · text withheld for legal reasons</span>}
        {claim.status === 'read' && <span className="waits"> · reading not accepted yet</span>}
        {claim.status === 'rejected' && <span className="waits"> · reading rejected</span>}
        {claim.status === 'superseded' && <span className="waits"> · read otherwise since</span>}
      </p>
      {wide && (
        <details>
          <summary>In context</summary>
          <p className="context" dir="auto">
            … <Marked pieces={around.pieces} /> …
          </p>
        </details>
      )}
    </article>
  );
}

const Marked = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map((piece, index) => <span key={index}>{piece.claim ? <mark>{piece.text}</mark> : piece.text}</span>);
