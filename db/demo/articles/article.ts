import type { Day } from '@/lib/base';
import type { ArticleInput } from '../../intake';

/** One demonstration text as it is written down here. */
export interface DemoArticle {
  /** Unique in the demo: "ferry/1-harbour-gazette". */
  id: string;
  outlet: string;
  publishedAt: Day;
  title: string;
  paragraphs: string[];
  note: string;
}

const SELF = 'Demonstration text written for Countercheck.';

/** Note of a text that restates a reported figure in words of our own. */
export const restates = (outlet: string, date: string, figures: string): string =>
  `${SELF} It restates the figure that ${outlet} published on ${date}: ${figures}. The wording is not theirs.`;

/** Note of a text about an event that never was. */
export const INVENTED = `${SELF} The place, the people, the outlet and the event are invented.`;

export const inputOf = ({ id, outlet, publishedAt, title, paragraphs, note }: DemoArticle): ArticleInput => ({
  externalId: `demo/${id}`,
  text: paragraphs.join('\n\n'),
  outlet,
  publishedAt,
  title,
  byline: null,
  url: null,
  language: 'en',
  demoNote: note,
});
