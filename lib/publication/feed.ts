import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { CHANGE_WORDS, type Change } from './changes';
import type { Site } from './claim-review';
import { type End, twinPath } from './twin/registry';
import { legible as words, xml } from './xml';

/** What a feed is about. */
export interface FeedSubject {
  title: string;
  /** Path of the page with the same. */
  page: string;
  /** What the ending of the feed stands behind; the empty text for all that happens. */
  base: string;
  /** Query of the page, where it decides what is told. */
  query?: string;
  /** Path of a small picture of what the feed is about, as it is today. */
  picture?: string;
}

export type FeedEnd = '.atom' | '.feed.json' | '.rss';

export const isFeed = (end: End | null): end is FeedEnd => end === '.atom' || end === '.feed.json' || end === '.rss';

/** All that happens. */
export const EVERYTHING: FeedSubject = { title: 'latest changes', base: '', page: '/' };

const ABOUT = 'Numbers in the news that disagree, and what people decided';

/** One event as feeds tell it, whatever the format. Its identity stays for ever: readers know by it what they have seen. */
interface Entry {
  id: string;
  title: string;
  summary: string;
  at: Date;
  url: string;
  kind: string;
  label: string;
}

const entryOf = (change: Change, site: Site): Entry => ({
  id: change.urn,
  title: words(change.title),
  summary: words(change.summary),
  at: new Date(change.at),
  url: `${site.url}${change.path}`,
  kind: change.kind,
  label: CHANGE_WORDS[change.kind],
});

/** Where a feed, its page and its picture are. */
interface Place {
  self: string;
  page: string;
  title: string;
  picture: string | null;
}

/** Changes, newest first, as a feed. An empty list gives a valid, empty feed. */
export function feedOf(end: FeedEnd, changes: Change[], site: Site, subject: FeedSubject = EVERYTHING): string {
  const place = {
    self: `${site.url}${twinPath(subject.base, end, subject.query)}`,
    page: `${site.url}${subject.page}`,
    title: words(`${site.name}: ${subject.title}`),
    picture: subject.picture ? `${site.url}${subject.picture}` : null,
  };
  const entries = changes.map((change) => entryOf(change, site));
  return { '.atom': atom, '.feed.json': json, '.rss': rss }[end](entries, place, site);
}

const atom = (entries: Entry[], { self, page, title, picture }: Place, site: Site): string =>
  generateAtomFeed({
    id: self,
    title: { value: title },
    subtitle: { value: ABOUT },
    updated: entries[0]?.at ?? new Date(0),
    authors: [{ name: site.name, uri: `${site.url}/` }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      updated: entry.at,
      published: entry.at,
      links: [
        { href: entry.url, rel: 'alternate', type: 'text/html' },
        ...(picture ? [{ href: picture, rel: 'enclosure', type: 'image/svg+xml' }] : []),
      ],
      categories: [{ term: entry.kind, label: entry.label }],
      summary: { value: entry.summary },
    })),
  });

/** JSON Feed 1.1. */
function json(entries: Entry[], { self, page, title, picture }: Place, site: Site): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: self,
    description: ABOUT,
    language: 'en',
    authors: [{ name: site.name, url: `${site.url}/` }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.summary || entry.title,
      date_published: entry.at,
      tags: [entry.kind],
      ...(picture ? { attachments: [{ url: picture, mime_type: 'image/svg+xml' }] } : {}),
    })),
  });
  // The list stands there, too, where nothing happened yet.
  return `${JSON.stringify({ ...(feed as object), items: (feed as { items?: unknown[] }).items ?? [] }, null, 1)}\n`;
}

/** RSS 2.0. Readers take its descriptions for HTML, so signs of markup are escaped once more: they are words. */
const rss = (entries: Entry[], { self, page, title }: Place): string =>
  generateRssFeed({
    title,
    link: page,
    description: ABOUT,
    language: 'en',
    lastBuildDate: entries[0]?.at ?? new Date(0),
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.at,
      description: String(xml`${entry.summary}`),
      categories: [{ name: entry.label }],
    })),
  });
