import { cardWords, type MeasurePage, type Site } from '@/lib/publication';
import type { Alternate, Head } from './document';

/** The picture that stands for a page about this measure, and what is to be read in it. */
export const cardOf = (page: MeasurePage): NonNullable<Head['card']> => ({
  path: `/measures/${page.record.id}/card.png`,
  words: cardWords(page),
});

/** Where programs that know oEmbed learn how to show a page of ours in a frame. */
export const oembedLinks = (site: Site, path: string): Alternate[] =>
  ['json', 'xml'].map((format) => ({
    href: `${site.url}/oembed?url=${encodeURIComponent(`${site.url}${path}`)}&format=${format}`,
    type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
    title: 'How to show this page in a frame',
  }));
