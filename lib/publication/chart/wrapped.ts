/** Width of a letter in parts of its size, generous: SVG breaks no lines, and a clipped word is worse than a little air. */
const [LETTER, BOLD] = [0.53, 0.61];

/** A text in lines of `room` units; what needs more than `most` lines ends in an ellipsis. A word that is too long is cut. */
export function wrapped(
  text: string,
  { room, size, most, bold = false }: { room: number; size: number; most: number; bold?: boolean },
): string[] {
  const letters = Math.max(4, Math.floor(room / (size * (bold ? BOLD : LETTER))));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const fits = last !== undefined && [...last].length + 1 + [...word].length <= letters;
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push([...word].length > letters ? `${[...word].slice(0, letters - 1).join('')}…` : word);
  }
  if (lines.length <= most) return lines;
  const end = [...lines[most - 1]!].slice(0, letters - 2).join('');
  return [...lines.slice(0, most - 1), `${end} …`];
}
