import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseHTML } from 'linkedom';

/** What is known to be asked of a ClaimReview, in rules of our own: stricter than any reader of it, with no name that is not meant. */
const text = { type: 'string', minLength: 1 };
const address = { type: 'string', format: 'uri', pattern: '^https?://' };
const own = { type: 'string', format: 'uri', pattern: '^https://' };
const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const exactly = (properties: Record<string, object>, required: string[]) => ({
  ...{ type: 'object', additionalProperties: false, properties, required },
});
const who = exactly({ '@type': { enum: ['Organization', 'Person'] }, name: text, url: own }, ['@type', 'name']);
const rating = {
  ...exactly(
    {
      ...{ '@type': { const: 'Rating' }, alternateName: { ...text, maxLength: 30 }, ratingExplanation: text },
      ...{ ratingValue: { type: 'integer' }, worstRating: { const: 1 }, bestRating: { const: 5 } },
    },
    ['@type', 'alternateName', 'ratingExplanation'],
  ),
  dependentRequired: { ratingValue: ['worstRating', 'bestRating'], worstRating: ['ratingValue'], bestRating: ['ratingValue'] },
};
const said = exactly(
  {
    ...{ '@type': { const: 'Claim' }, '@id': own, author: who, datePublished: day },
    appearance: exactly({ '@type': { const: 'NewsArticle' }, url: address }, ['url']),
  },
  ['@type', '@id', 'appearance'],
);
const SCHEMA = exactly(
  {
    ...{ '@context': { const: 'https://schema.org' }, '@type': { const: 'ClaimReview' }, '@id': own, url: own, author: who },
    ...{ claimReviewed: { ...text, maxLength: 74 }, datePublished: day, itemReviewed: said, reviewRating: rating },
  },
  ['@context', '@type', 'url', 'claimReviewed', 'author', 'datePublished', 'itemReviewed', 'reviewRating'],
);

const ajv = new Ajv({ strictRequired: false, allErrors: true });
addFormats(ajv);
const isOurs = ajv.compile(SCHEMA);

/** The schema that lies beside the project, where it does; it is not ours to copy. */
const BESIDE = join(import.meta.dirname, '..', '..', 'shared', 'design', 'claimreview.schema.json');
const isTheirs = existsSync(BESIDE) ? ajv.compile(JSON.parse(readFileSync(BESIDE, 'utf8'))) : null;
if (!isTheirs) console.log('ClaimReview is held against our own rules alone: ../shared/design/claimreview.schema.json is not there.');

interface Review {
  claimReviewed: string;
  reviewRating: { alternateName: string; ratingValue?: number; bestRating?: number; worstRating?: number };
}

/** All that a reader sees of a page, on one line, and where its links lead. */
export interface PageWords {
  words: string;
  links: string[];
}

export function wordsOf(html: string): PageWords {
  const main = parseHTML(html).document.querySelector('main')!;
  return {
    words: main.textContent!.replace(/\s+/g, ' '),
    links: [...main.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
  };
}

/** The days of tests stand on pages in words. */
const inWords = (value: string): string => {
  if (!/^\d{4}-\d\d(-\d\d)?$/.test(value)) return value;
  const day = value.length === 10 ? ({ day: 'numeric' } as const) : {};
  return new Intl.DateTimeFormat('en-GB', { ...day, month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(value));
};

/** Values of JSON-LD that a reader can see: names of the format itself, and addresses of what we are, are none. */
const told = (value: unknown, path = ''): [path: string, value: string][] => {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inside]) => (name.startsWith('@') ? [] : told(inside, `${path}/${name}`)));
};

/** What is wrong with a rating: by the schemas, by the three rules that no schema can say, and where it tells what the page does not show. */
export function faultsOfReview(given: unknown, page?: PageWords): string[] {
  // A test serves over http what is published over https.
  const data = JSON.parse(JSON.stringify(given).replace(/http:\/\/(localhost|127\.0\.0\.1)/g, 'https://$1')) as Review;
  const faults: string[] = [];
  for (const valid of [isOurs, isTheirs])
    if (valid && !valid(data)) faults.push(...(valid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
  const { alternateName, ratingValue, bestRating = 0, worstRating = 0 } = data.reviewRating ?? {};
  if (ratingValue !== undefined && !(bestRating > worstRating)) faults.push('the best is not better than the worst');
  if (ratingValue !== undefined && (ratingValue < worstRating || ratingValue > bestRating)) faults.push('the value is out of the scale');
  if (alternateName && data.claimReviewed?.toLowerCase().includes(alternateName.toLowerCase())) faults.push('the claim says its rating');
  const shown = page?.words.replace(/http:\/\/(localhost|127\.0\.0\.1)/g, 'https://$1');
  if (shown !== undefined)
    for (const [path, value] of told(data))
      if (path !== '/author/url' && !shown.includes(inWords(value.replace(/\s+/g, ' '))))
        faults.push(`${path} is not on the page: ${value}`);
  return faults;
}

const DATASET = {
  type: 'object',
  required: ['@context', '@type', '@id', 'name', 'description', 'url', 'license', 'creator', 'distribution', 'variableMeasured'],
  properties: {
    '@type': { const: 'Dataset' },
    description: { type: 'string', minLength: 50, maxLength: 5000 },
    name: text,
    url: address,
    license: own,
    temporalCoverage: { type: 'string', pattern: '^\\d{4}(-\\d\\d){0,2}(/\\d{4}(-\\d\\d){0,2})?$' },
    distribution: {
      ...{ type: 'array', minItems: 5 },
      items: {
        type: 'object',
        required: ['@type', 'encodingFormat', 'contentUrl'],
        properties: { '@type': { const: 'DataDownload' }, contentUrl: address },
      },
    },
  },
};
const isDataset = ajv.compile(DATASET);

/** What is wrong with a dataset, and which of its values the page does not show or lead to. */
export function faultsOfDataset(given: unknown, page: PageWords): string[] {
  const data = given as { name: string; license: string; temporalCoverage?: string; distribution: { contentUrl: string }[] };
  if (!isDataset(data)) return (isDataset.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  const days = (data.temporalCoverage ?? '').split('/').map(inWords);
  return [
    ...[data.name.replace(/\s+/g, ' '), ...days].filter((value) => !page.words.includes(value)),
    ...[data.license, ...data.distribution.map(({ contentUrl }) => new URL(contentUrl).pathname)].filter((at) => !page.links.includes(at)),
  ];
}
