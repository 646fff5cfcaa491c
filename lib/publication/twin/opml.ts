import { generateOpml } from 'feedsmith';
import type { Site } from '../claim-review';
import { legible } from '../xml';
import { twinPath } from './registry';

/** A feed in a list of feeds: what its ending stands behind, and the page with the same. */
export interface ListedFeed {
  title: string;
  base: string;
  page: string;
  /** What it tells, where that is not plain from where it stands. */
  words?: string;
}

export interface FeedGroup {
  name: string;
  feeds: ListedFeed[];
}

/** Feeds that tell of more than one thing. */
export const LIST_FEEDS: readonly ListedFeed[] = [
  { title: 'Everything', base: '', page: '/', words: 'Claims that were accepted, disagreements, rulings, corrections and withdrawals.' },
  { title: 'Cases', base: '/cases', page: '/cases', words: 'Disagreements that open, change, are ruled on, or are opened again.' },
  { title: 'Corrections', base: '/corrections', page: '/corrections', words: 'What we published and changed, or took back.' },
];

/** Feeds as a list that feed readers import (OPML 2.0), the Atom form of each. */
export const opml = (groups: readonly FeedGroup[], site: Site): string =>
  generateOpml({
    head: { title: `${site.name}: feeds` },
    body: {
      outlines: groups
        .filter(({ feeds }) => feeds.length > 0)
        .map(({ name, feeds }) => ({
          text: name,
          outlines: feeds.map(({ title, base, page }) => ({
            ...{ text: legible(title), title: legible(title), type: 'rss' },
            ...{ xmlUrl: `${site.url}${twinPath(base, '.atom')}`, htmlUrl: `${site.url}${page}` },
          })),
        })),
    },
  });
