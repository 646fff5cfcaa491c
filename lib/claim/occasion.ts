import type { Day } from '@/lib/base';
import { OCCASIONS } from './saying';
import { sentenceDates } from './sentence-dates';
import type { Speakers } from './speaker';
import type { Occasion } from './types';
import type { ArticleView, SentenceView } from './view';

/** Where each speaker of an article spoke, and on which day each person did, so far as the text says it. Keys are names. */
export interface Utterances {
  occasion: Map<string, Occasion>;
  day: Map<string, Day>;
}

/** Reads occasions and days of speaking from the sentences that attribute something. */
export function utterancesOf(view: ArticleView, speakers: Speakers, published: Day | null): Utterances {
  const found: Utterances = { occasion: new Map(), day: new Map() };
  for (const sentence of view.sentences) {
    const said = speakers.bySentence[sentence.index]?.filter(({ kind }) => kind === 'say') ?? [];
    if (said.length === 0) continue;
    const spoken = sentenceDates(view, sentence, published).spoken[0]?.day ?? null;
    const occasion = occasionIn(view, sentence);
    for (const { speaker, who } of said) {
      if (!speaker) continue;
      // Police and ministries speak again and again, and on another day.
      if (spoken && who.person && !found.day.has(speaker.name)) found.day.set(speaker.name, spoken);
      if (occasion && !found.occasion.has(speaker.name))
        found.occasion.set(speaker.name, { name: occasion, day: spoken ?? found.day.get(speaker.name) ?? published });
    }
  }
  return found;
}

function occasionIn(view: ArticleView, sentence: SentenceView): string | null {
  const words = view.text.slice(sentence.start, sentence.end);
  for (const [pattern, name] of OCCASIONS) if (pattern.test(words)) return name;
  return null;
}
