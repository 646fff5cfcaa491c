import type { ArticleView, SentenceView } from './view';

/** Makes a reading of a whole sentence that is done once, however many figures stand in it: lists would pay for it at each of them. */
export function oncePerSentence<T>(
  read: (view: ArticleView, sentence: SentenceView) => T,
): (view: ArticleView, sentence: SentenceView) => T {
  const known = new WeakMap<SentenceView, { value: T }>();
  return (view, sentence) => {
    const kept = known.get(sentence) ?? { value: read(view, sentence) };
    known.set(sentence, kept);
    return kept.value;
  };
}
