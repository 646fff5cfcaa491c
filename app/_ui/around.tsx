/** A sentence of ours with the words of somebody in it, which turn round nothing of what stands behind them. */
export function Around({ sentence, words }: { sentence: string; words: string | null }) {
  const start = words ? sentence.lastIndexOf(words) : -1;
  if (!words || start < 0) return sentence;
  return (
    <>
      {sentence.slice(0, start)}
      <bdi>{words}</bdi>
      {sentence.slice(start + words.length)}
    </>
  );
}
