import { StackTable } from '@/app/_ui/stack-table';
import { At, Quote } from '@/app/_ui/words';
import type { SnapshotsCompared } from '@/db/published';
import { type ComparedPiece, countWords, figureWithNoun, type NumberChange } from '@/lib/publication';

interface Props {
  id: string;
  compared: SnapshotsCompared;
  onlyNumbers: boolean;
}

/** Two texts of one article: their numbers that changed, or all their words, and the claims whose words are there no more. */
export function TextsView({ id, compared, onlyNumbers }: Props) {
  const { one, other, withheld, numbers, pieces, orphans } = compared;
  const path = `/articles/${id}/compare/${one.number}...${other.number}`;
  const textOf = ({ number, article }: SnapshotsCompared['one']) => (
    <>
      <a href={`/articles/${article.id}/snapshots/${number}`}>text {number}</a> (<At instant={article.addedAt} />)
    </>
  );
  return (
    <>
      <header>
        <p className="kicker">
          <a href={`/articles/${id}`}>Article</a>
        </p>
        <h1>{other.article.title ?? 'Article without a title'}</h1>
        <p className="lede">
          What changed from {textOf(one)} to {textOf(other)}.
        </p>
      </header>
      {withheld ? (
        <p>A text of this article is withheld for legal reasons: no word of it is compared.</p>
      ) : (
        <>
          <nav aria-label="What is compared">
            <p className="switch">
              <a href={`${path}?numbers=1`} aria-current={onlyNumbers ? 'true' : undefined}>
                Numbers only
              </a>{' '}
              ·{' '}
              <a href={path} aria-current={onlyNumbers ? undefined : 'true'}>
                All text
              </a>
            </p>
          </nav>
          {onlyNumbers ? (
            <Numbers numbers={numbers} compared={compared} />
          ) : (
            <section id="words">
              <h2>{countWords(numbers.length, 'number')} changed</h2>
              <p className="quiet">
                Only the sentences around accepted claims are shown. <del>Words of text {one.number} alone</del>{' '}
                <ins>words of text {other.number} alone</ins>
              </p>
              <p className="article-text compared-text" lang={other.article.language ?? undefined} dir="auto">
                {pieces.map((piece, at) => (
                  <PieceWords key={at} piece={piece} />
                ))}
              </p>
            </section>
          )}
          <section id="orphans">
            <h2>Claims whose words are not there any more</h2>
            {orphans.length === 0 ? (
              <p>
                None: every claim of text {one.number} stands in text {other.number} as it is quoted.
              </p>
            ) : (
              <ul className="history">
                {orphans.map((claim) => (
                  <li key={claim.id}>
                    <a href={`/claims/${claim.id}`}>{figureWithNoun(claim)}</a>
                    <Quote passage={claim.quote} language={claim.article.language} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </>
  );
}

function Numbers({ numbers, compared: { one, other } }: { numbers: NumberChange[]; compared: SnapshotsCompared }) {
  if (numbers.length === 0) return <p>No number that may be shown differs.</p>;
  const side = (change: NumberChange['before'], language: string | null) =>
    change ? <Quote passage={change.quote} language={language} /> : '–';
  return (
    <StackTable
      caption={`${countWords(numbers.length, 'number')} changed, each in its sentence`}
      columns={['Change', `Text ${one.number}`, `Text ${other.number} `]}
      rows={numbers.map(({ before, after }, at) => ({
        key: String(at),
        cells: [
          <strong key="c">
            {before?.text ?? 'none'} → {after?.text ?? 'none'}
          </strong>,
          side(before, one.article.language),
          side(after, other.article.language),
        ],
      }))}
    />
  );
}

function PieceWords({ piece: { kind, text } }: { piece: ComparedPiece }) {
  switch (kind) {
    case 'same':
      return <span>{text}</span>;
    case 'gone':
      return <del>{text}</del>;
    case 'new':
      return <ins>{text}</ins>;
    case 'gap':
      return <span className="gap"> […] </span>;
  }
}
