import type { MarkedRun } from '@/lib/publication';

/** A text with what was looked for marked in it. Of a quote that holds no such word, the mention of its claim is marked. */
export function Marked({ runs }: { runs: MarkedRun[] }) {
  const isFound = runs.some(({ hit }) => hit);
  return runs.map(({ text, hit, claim }, index) => {
    if (hit || (!isFound && claim !== null)) return <mark key={index}>{text}</mark>;
    return claim === null ? <span key={index}>{text}</span> : <b key={index}>{text}</b>;
  });
}
