import { generateAtomFeed } from 'feedsmith';
import { CHANGE_WORDS, type Change } from './changes';
import type { Site } from './claim-review';
import { legible as words } from './xml';

/** What a feed is about: its own path, and that of the page with the same. */
export interface FeedSubject {
  title: string;
  path: string;
  page: string;
  /** Path of a small picture of what the feed is about, as it is today. */
  picture?: string;
}

const EVERYTHING: FeedSubject = { title: 'latest changes', path: '/feed.atom', page: '/' };

/** Changes as an Atom feed. An entry is one event and keeps its identity for ever; an empty record gives a valid, empty feed. */
export function atomFeed(changes: Change[], site: Site, { title, path, page, picture }: FeedSubject = EVERYTHING): string {
  return generateAtomFeed({
    id: `${site.url}${path}`,
    title: { value: words(`${site.name}: ${title}`) },
    subtitle: { value: 'Numbers in the news that disagree, and what people decided' },
    updated: new Date(changes[0]?.at ?? '1970-01-01T00:00:00.000Z'),
    authors: [{ name: site.name, uri: `${site.url}/` }],
    links: [
      { href: `${site.url}${path}`, rel: 'self', type: 'application/atom+xml' },
      { href: `${site.url}${page}`, rel: 'alternate', type: 'text/html' },
    ],
    entries: changes.map((change) => ({
      id: change.urn,
      title: { value: words(change.title) },
      updated: new Date(change.at),
      published: new Date(change.at),
      links: [
        { href: `${site.url}${change.path}`, rel: 'alternate', type: 'text/html' },
        ...(picture ? [{ href: `${site.url}${picture}`, rel: 'enclosure', type: 'image/svg+xml' }] : []),
      ],
      categories: [{ term: change.kind, label: CHANGE_WORDS[change.kind] }],
      summary: { value: words(change.summary) },
    })),
  });
}
