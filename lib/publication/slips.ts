/** Shorter words are near too many others. */
const SHORTEST = 4;
const LONGEST = 30;
/** From so many letters on a word may be mistyped in two places. */
const LONG = 8;

/** The words of a text as they are looked for: small letters without accents, each once. Figures are none. */
export function wordsIn(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/\p{L}+/gu) ?? [])].filter((word) => word.length >= SHORTEST && word.length <= LONGEST);
}

/** A word, and what is left of it where one of its letters is lost. Two spellings that differ in one place share one of these. */
export function slipsOf(word: string): string[] {
  const slips = new Set([word]);
  for (let at = 0; at < word.length; at += 1) slips.add(word.slice(0, at) + word.slice(at + 1));
  return [...slips];
}

/** Those of the words that may be meant by a mistyped one, the nearest first: with the same first letter before others, then the most alike in length. */
export function nearWords(typed: string, words: readonly string[]): string[] {
  const most = typed.length >= LONG ? 2 : 1;
  const weighed = words.map((word) => ({ word, apart: stepsApart(typed, word) })).filter(({ apart }) => apart > 0 && apart <= most);
  const rank = ({ word, apart }: { word: string; apart: number }) =>
    apart * 4 + (word[0] === typed[0] ? 0 : 2) + Math.min(1, Math.abs(word.length - typed.length));
  return weighed.sort((a, b) => rank(a) - rank(b) || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
}

/** How many letters have to be added, dropped, changed or swapped with their neighbour to come from one word to the other. */
function stepsApart(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, (before[j - 2] as number) + 1);
      row.push(steps);
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
