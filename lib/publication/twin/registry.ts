/** Formats by the ending they have, which stands behind the address of the page: `/measures/{id}.csv`. */
const FORMATS = {
  '.json': { type: 'application/json', word: 'JSON' },
  '.csv': { type: 'text/csv', word: 'CSV' },
  '.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', word: 'Excel' },
  '.jsonld': { type: 'application/ld+json', word: 'JSON-LD' },
  '.md': { type: 'text/markdown', word: 'Markdown' },
  '.svg': { type: 'image/svg+xml', word: 'SVG' },
  '.png': { type: 'image/png', word: 'PNG' },
  '.bib': { type: 'application/x-bibtex', word: 'BibTeX' },
  '.ris': { type: 'application/x-research-info-systems', word: 'RIS' },
  '.csl.json': { type: 'application/vnd.citationstyles.csl+json', word: 'CSL-JSON' },
  '.atom': { type: 'application/atom+xml', word: 'Atom' },
  '.feed.json': { type: 'application/feed+json', word: 'JSON Feed' },
  '.rss': { type: 'application/rss+xml', word: 'RSS' },
} as const;

export type End = keyof typeof FORMATS;

/** What a twin is for. */
export type Use = 'data' | 'picture' | 'citation' | 'feed';

const PICTURES: readonly End[] = ['.svg', '.png'];
const CITATIONS: readonly End[] = ['.bib', '.ris', '.csl.json'];
const FEEDS: readonly End[] = ['.atom', '.feed.json', '.rss'];

const useOf = (end: End): Use =>
  PICTURES.includes(end) ? 'picture' : CITATIONS.includes(end) ? 'citation' : FEEDS.includes(end) ? 'feed' : 'data';

/** Which page has which twins, said once: addresses, links for programs, buttons, `/feeds` and the tests are made from it. */
const TWINS = {
  measures: { name: 'This measure', ends: ['.json', '.csv', '.xlsx', '.jsonld', '.md', ...PICTURES, ...CITATIONS, ...FEEDS] },
  claims: { name: 'This claim', ends: ['.json', '.jsonld', '.md', ...CITATIONS] },
  cases: { name: 'This case', ends: ['.json', '.md', ...CITATIONS, ...FEEDS] },
  articles: { name: 'This article', ends: ['.json', '.md'] },
  sources: { name: 'This source', ends: ['.json', '.csv', ...FEEDS] },
  speakers: { name: 'This speaker', ends: ['.json', '.csv', ...FEEDS] },
  topics: { name: 'This topic', ends: ['.json', '.csv', ...FEEDS] },
  places: { name: 'This place', ends: ['.json', '.csv', ...FEEDS] },
  search: { name: 'This search', ends: ['.json', '.csv', ...FEEDS] },
  lists: { name: 'This list', ends: [...FEEDS] },
} as const satisfies Record<string, { name: string; ends: readonly End[] }>;

export type Twinned = keyof typeof TWINS;

/** A link to a twin. */
export interface TwinLink {
  href: string;
  /** Media type without parameters. */
  type: string;
  /** "CSV" */
  word: string;
  /** "This measure as CSV" */
  title: string;
  use: Use;
}

/** What the last part of an address asks for: the id before the first dot, and the ending from it on. Null where such a page has no twin of that ending. */
export function twinAsked(kind: Twinned, part: string): { id: string; end: End | null } | null {
  const id = part.split('.')[0] as string;
  const end = part.slice(id.length);
  if (end === '') return { id, end: null };
  return (TWINS[kind].ends as readonly string[]).includes(end) ? { id, end: end as End } : null;
}

/** The media type of an ending, with its letters where it is text. */
export const typeOf = (end: End): string => {
  const { type } = FORMATS[end];
  return end === '.xlsx' || end === '.png' ? type : `${type}; charset=utf-8`;
};

/** The feed of everything stands at the root, where there is no name to put an ending behind. */
const EVERYTHING = '';

/** The address of a twin: that of its page with the ending, and the query of the page. */
export const twinPath = (base: string, end: End, query = ''): string =>
  `${base === EVERYTHING ? `/feed${end === '.feed.json' ? '.json' : end}` : `${base}${end}`}${query === '' ? '' : `?${query}`}`;

/**
 * The twins of a page, for links and buttons.
 * @param base path of the page without slug and query: "/measures/{id}"; empty for all that happens.
 * @param query of the page as it is asked for: what shows another moment is the same in each of its twins; feeds tell of all of it.
 */
export const twinsOf = (kind: Twinned, base: string, query = ''): TwinLink[] =>
  TWINS[kind].ends.map((end) => {
    const { type, word } = FORMATS[end];
    const use = useOf(end);
    const same = use === 'feed' && kind !== 'search' ? '' : query;
    return { href: twinPath(base, end, same), type, word, title: titleOf(TWINS[kind].name, use, word), use };
  });

const titleOf = (name: string, use: Use, word: string): string =>
  use === 'feed'
    ? `What happens to it, as ${word}`
    : use === 'citation'
      ? `How to cite it, as ${word}`
      : use === 'picture'
        ? `Its chart as ${word}`
        : `${name} as ${word}`;
