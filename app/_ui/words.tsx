import type { Verdict } from '@/lib/adjudication';
import {
  instantWords,
  type Passage,
  type Phrase,
  type Piece,
  type PublicArticle,
  STATUS_WORDS,
  type Status,
  VERDICT_WORDS,
  writtenIn,
} from '@/lib/publication';

/** Glyph and word, never colour alone. */
export function StatusChip({ status }: { status: Status }) {
  const { glyph, word } = STATUS_WORDS[status];
  return (
    <span className="status" data-status={status}>
      <span aria-hidden="true">{glyph} </span>
      {word}
    </span>
  );
}

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { glyph, word } = VERDICT_WORDS[verdict];
  return (
    <span className="verdict" data-verdict={verdict}>
      <span aria-hidden="true">{glyph} </span>
      {word}
    </span>
  );
}

/** A verdict, or the word that it is that of a ruling which is under review again. */
export function GivenVerdict({ verdict, status }: { verdict: Verdict; status: Status }) {
  return (
    <>
      {status === 'reopened' ? <span className="quiet">Last ruling: </span> : null}
      <VerdictChip verdict={verdict} />
    </>
  );
}

/** "demonstration text", where the name of the source does not say so already. */
export const demoWords = ({ demoNote, source }: Pick<PublicArticle, 'demoNote' | 'source'>): string =>
  demoNote === null || /\((?:demonstration|fictional)\)$/.test(source?.name ?? '') ? '' : ' · demonstration text';

/** A sentence whose figures lead to their claims. */
export function PhraseWords({ phrase }: { phrase: Phrase }) {
  return phrase.map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      <a key={index} href={`/claims/${part.claim}`}>
        {part.text}
      </a>
    ),
  );
}

/** Pieces of a source's text, marked places linked where `href` says to. Text stays text. */
export function Pieces({ pieces, href, mark }: { pieces: Piece[]; href?: (claim: string) => string; mark?: boolean }) {
  return pieces.map((piece, index) => {
    if (piece.claim === null) return <span key={index}>{piece.text}</span>;
    return (
      <mark key={index} id={mark ? `c-${piece.claim}` : undefined}>
        {href ? <a href={href(piece.claim)}>{piece.text}</a> : piece.text}
      </mark>
    );
  });
}

export function Quote({
  passage,
  language,
  cite,
  href,
}: {
  passage: Passage;
  language: string | null;
  cite?: string | null;
  href?: (claim: string) => string;
}) {
  return (
    <blockquote {...writtenIn(language)} cite={cite ?? undefined}>
      {passage.cutBefore ? '… ' : ''}
      <Pieces pieces={passage.pieces} href={href} />
      {passage.cutAfter ? ' …' : ''}
    </blockquote>
  );
}

export function At({ instant }: { instant: string }) {
  return <time dateTime={instant}>{instantWords(instant)}</time>;
}
