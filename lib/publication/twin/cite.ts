import { type Day, type Instant, MONTHS } from '@/lib/base';
import type { ClaimPage } from '../claim-page';
import type { Site } from '../claim-review';
import type { EditionMark } from '../edition';
import type { MeasurePage } from '../measure-page';

/** What is cited: a page of ours, as it was in one edition of its measure. */
export interface Cited {
  kind: 'measure' | 'claim' | 'case';
  id: string;
  title: string;
  /** Since when it has said this. */
  at: Instant;
  /** Null where the edition of today is not filed yet: then the page itself is cited. */
  edition: number | null;
  /** An address that keeps showing it, where there is an edition. */
  url: string;
}

const permalink = ({ record, path }: MeasurePage, edition: EditionMark | null, site: Site, anchor = ''): string =>
  `${site.url}${edition ? `/measures/${record.id}/v/${edition.number}` : path}${anchor}`;

const stateOf = (page: MeasurePage, edition: EditionMark | null) => ({
  edition: edition?.number ?? null,
  at: edition?.at ?? page.changes[0]?.at ?? page.record.claims[0]!.acceptedAt,
});

export const citedMeasure = (page: MeasurePage, edition: EditionMark | null, site: Site): Cited => ({
  ...{ kind: 'measure', id: page.record.id, title: page.title, url: permalink(page, edition, site) },
  ...stateOf(page, edition),
});

/** A claim is cited by its row in an edition of its measure. */
export const citedClaim = ({ claim, title, measure }: ClaimPage, edition: EditionMark | null, site: Site): Cited => ({
  ...{ kind: 'claim', id: claim.id, title },
  url: edition ? permalink(measure, edition, site, `#c-${claim.id}`) : `${site.url}/claims/${claim.id}`,
  ...stateOf(measure, edition),
});

/** A case is cited by what an edition of its measure says of it. */
export const citedCase = (page: MeasurePage, caseId: string, edition: EditionMark | null, site: Site): Cited => ({
  ...{ kind: 'case', id: caseId, title: `Case: ${page.title}` },
  url: edition ? permalink(page, edition, site, '#decision') : `${site.url}/cases/${caseId}`,
  ...stateOf(page, edition),
});

const KINDS: Record<Cited['kind'], string> = { measure: 'Data page', claim: 'Claim', case: 'Case' };

const parts = (day: Day) => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  const name = MONTHS[month - 1] as string;
  return { year, month, date, name: `${name[0]!.toUpperCase()}${name.slice(1)}` };
};
/** "March 5, 2026", as both of the styles below write a day. */
const american = (day: Day): string => {
  const { year, date, name } = parts(day);
  return `${name} ${date}, ${year}`;
};
const plainDay = (day: Day): string => {
  const { year, date, name } = parts(day);
  return `${date} ${name} ${year}`;
};

const one = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** A title that ends with its own mark takes no full stop behind it. */
const stopped = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);

export interface Citation {
  name: string;
  text: string;
}

/**
 * How to cite it, in each style. `read` is the day on which the page was made, in UTC: pages that name it are made anew each day, so it is the day on which they are
 * read.
 */
export const citationsOf = (cited: Cited, site: Site, read: Day): Citation[] => [
  { name: 'APA', text: apa(cited, site, read) },
  { name: 'Chicago', text: chicago(cited, site, read) },
  { name: 'Plain', text: plain(cited, site, read) },
  { name: 'BibTeX', text: bibtex(cited, site, read) },
  { name: 'RIS', text: ris(cited, site, read).replace(/\r\n/g, '\n') },
  { name: 'CSL-JSON', text: cslJson(cited, site, read) },
];

function apa({ title, at, edition, kind, url }: Cited, site: Site, read: Day): string {
  const { year, date, name } = parts(at);
  const version = edition === null ? '' : ` (Edition ${edition})`;
  return `${site.name}. (${year}, ${name} ${date}). ${one(title)}${version} [${KINDS[kind]}]. Retrieved ${american(read)}, from ${url}`;
}

function chicago({ title, at, edition, url }: Cited, site: Site, read: Day): string {
  const version = edition === null ? '' : `Edition ${edition}. `;
  return `${site.name}. “${stopped(one(title))}” ${version}${american(at)}. Accessed ${american(read)}. ${url}.`;
}

function plain({ title, at, edition, url }: Cited, site: Site, read: Day): string {
  const version = edition === null ? '' : `, edition ${edition}`;
  return `“${one(title)}”, ${site.name}${version}, ${plainDay(at)}, ${url} (accessed ${plainDay(read)})`;
}

const LATEX: Record<string, string> = {
  ...{ '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
  ...{ $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_', '<': '\\textless{}', '>': '\\textgreater{}' },
};
const latex = (text: string): string => one(text).replace(/[\\{}~^$&#%_<>]/g, (sign) => LATEX[sign] as string);

/** For BibTeX and BibLaTeX. The letters are UTF-8. */
export function bibtex({ kind, id, title, at, edition, url }: Cited, site: Site, read: Day): string {
  const { year } = parts(at);
  const fields: [string, string][] = [
    ['author', `{${latex(site.name)}}`],
    ['title', `{${latex(title)}}`],
    ['year', String(year)],
    ['date', at.slice(0, 10)],
    ...(edition === null ? [] : ([['version', String(edition)]] as [string, string][])),
    ['note', `${edition === null ? '' : `Edition ${edition}. `}Accessed ${plainDay(read)}`],
    ['howpublished', `\\url{${url}}`],
    ['url', url],
    ['urldate', read],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{countercheck-${kind}-${id}${edition === null ? '' : `-v${edition}`},\n${lines.join(',\n')}\n}\n`;
}

/** RIS, whose lines end with CR and LF. All are data: of other pages of the web, programs read the day of reading from other tags, each from its own. */
export function ris({ title, at, edition, url }: Cited, site: Site, read: Day): string {
  const slashed = (day: Day) => `${day.slice(0, 10).replace(/-/g, '/')}/`;
  const lines: [string, string][] = [
    ['TY', 'DATA'],
    ['AU', site.name],
    ['TI', one(title)],
    ['PY', at.slice(0, 4)],
    ['DA', slashed(at)],
    ...(edition === null ? [] : ([['ET', String(edition)]] as [string, string][])),
    ['PB', site.name],
    ['UR', url],
    ['Y2', slashed(read)],
    ['ER', ''],
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\n`;
}

export function cslJson({ kind, id, title, at, edition, url }: Cited, site: Site, read: Day): string {
  const date = (day: Day) => {
    const { year, month, date: number } = parts(day);
    return { 'date-parts': [[year, month, number]] };
  };
  const item = {
    id: `countercheck-${kind}-${id}${edition === null ? '' : `-v${edition}`}`,
    type: kind === 'measure' ? 'dataset' : 'webpage',
    title: one(title),
    author: [{ literal: site.name }],
    publisher: site.name,
    issued: date(at),
    accessed: date(read),
    ...(edition === null ? {} : { version: String(edition) }),
    URL: url,
    language: 'en',
  };
  // A day stands on one line.
  return `${JSON.stringify([item], null, 1).replace(/\[\s+\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]\s+\]/g, '[[$1, $2, $3]]')}\n`;
}
