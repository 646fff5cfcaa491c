import type { ArticleInput } from '@/db/intake';
import { type ArticleReading, type Claim, readArticle } from '@/lib/claim';
import { countWords, type Piece } from '@/lib/publication';
import { stretchesOf } from './article-text';
import { headline, ReadingFacts } from './reading';

/** Reading costs time; what a preview is for shows in the first pages of a text. */
const LONGEST = 20_000;

/** What the engine finds in a text that is not stored. */
export function Preview({ article }: { article: ArticleInput }) {
  const text = article.text.slice(0, LONGEST);
  const reading = readArticle(text, article);
  const marks = reading.claims.map((claim, index) => ({ ...claim.span, id: String(index) }));
  return (
    <>
      <p role="status">{found(reading)} Nothing is stored yet.</p>
      {article.text.length > LONGEST && (
        <p className="quiet">Only the first {LONGEST.toLocaleString('en')} characters were read for this preview.</p>
      )}
      <div className="article-text small" dir="auto">
        {stretchesOf(text, marks)
          .flat()
          .map((piece, index) => (
            <Marked key={index} piece={piece} />
          ))}
      </div>
      <ol className="readings">
        {reading.claims.map((claim, index) => (
          <li key={`${claim.span.start}-${claim.span.end}`}>
            <h3>
              <span className="number">{index + 1}</span> {headline(figureOf(claim))}
            </h3>
            <ReadingFacts claim={figureOf(claim)} measure={null} partOf={claim.partOf === null ? null : claim.partOf + 1} />
          </li>
        ))}
      </ol>
    </>
  );
}

function found(reading: ArticleReading): string {
  if (reading.state === 'not-read') return 'The engine does not read this language: the article would be stored without claims.';
  return `${countWords(reading.claims.length, 'claim')} found.`;
}

const Marked = ({ piece }: { piece: Piece }) =>
  piece.claim === null ? (
    <span>{piece.text}</span>
  ) : (
    <mark>
      {piece.text}
      <sup>{Number(piece.claim) + 1}</sup>
    </mark>
  );

const figureOf = (claim: Claim) => ({
  ...claim,
  speakerName: claim.speaker?.name ?? null,
  speakerRole: claim.speaker?.role ?? null,
  speakerInferred: claim.speaker?.inferred ?? false,
  measureWords: claim.measure,
});
