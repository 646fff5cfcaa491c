import type { Piece } from '@/lib/publication';

/** A text with its quotes marked and numbered as in the list beside it. Text is shown, never interpreted. */
export function MarkedText({ pieces, numbers, states }: { pieces: Piece[]; numbers: Map<string, number>; states: Map<string, string> }) {
  return pieces.map((piece, index) => {
    const { claim, text } = piece;
    if (claim === null) return <span key={index}>{text}</span>;
    return (
      <mark key={index} id={`m-${claim}`} data-state={states.get(claim)}>
        <a href={`#r-${claim}`}>
          {text}
          <sup>
            <span className="visually-hidden"> reading </span>
            {numbers.get(claim)}
          </sup>
        </a>
      </mark>
    );
  });
}
