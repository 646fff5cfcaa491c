import { lastDayOf } from '@/lib/base';
import { phraseText } from '../answer';
import { appearance, type Site } from '../claim-review';
import type { EditionMark } from '../edition';
import { LICENCE } from '../licence';
import type { MeasurePage } from '../measure-page';
import { unique } from '../rows';
import { speakerKind } from '../speaker-kind';
import { CLAIM_COLUMNS, quoteText } from './columns';
import { twinsOf } from './registry';

type Data = Record<string, unknown>;

/** The days that the figures of a measure are of, first and last, as one interval of ISO 8601; null where none has a day. */
export function daysCovered({ rows }: MeasurePage): string | null {
  const days = rows.flatMap(({ claim }) => claim.asOf ?? []).sort();
  const last = rows
    .flatMap(({ claim }) => (claim.asOf ? lastDayOf(claim.asOf) : []))
    .sort()
    .at(-1);
  if (days.length === 0 || last === undefined) return null;
  return days[0] === last ? last : `${days[0]}/${last}`;
}

/** A measure as a schema.org Dataset: what its page is to whoever looks for data. It rates nothing. */
export function datasetOf(page: MeasurePage, edition: EditionMark | null, site: Site): Data {
  const { record, title, path } = page;
  const covered = daysCovered(page);
  const definition = record.definition;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${site.url}/measures/${record.id}#dataset`,
    name: title,
    description: described(page),
    url: `${site.url}${path}`,
    identifier: record.id,
    ...(edition ? { version: String(edition.number), dateModified: edition.at } : {}),
    license: LICENCE.url,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site.name, url: `${site.url}/` },
    ...(covered ? { temporalCoverage: covered } : {}),
    ...(definition?.places.length ? { spatialCoverage: definition.places } : {}),
    ...(definition?.topics.length ? { keywords: definition.topics } : {}),
    variableMeasured: {
      '@type': 'PropertyValue',
      name: unique(page.counted.nouns).slice(0, 5).join(', '),
      ...(record.unit ? { unitText: record.unit } : {}),
      description: page.counted.meaning,
    },
    distribution: twinsOf('measures', `/measures/${record.id}`)
      .filter(({ use }) => use === 'data')
      .map(({ href, type, title: name }) => ({ '@type': 'DataDownload', name, encodingFormat: type, contentUrl: `${site.url}${href}` })),
  };
}

/** 50 to 5,000 signs, as those want who list datasets. */
const described = ({ title, answer, counts }: MeasurePage): string =>
  `${title} ${phraseText(answer.sentence)} ${counts.words}, each with its quote.`.slice(0, 5000);

/** A figure as a number, where a number of JSON keeps all its digits. */
const number = (figure: string): number | string => (figure.replace(/\D/g, '').length <= 15 ? Number(figure) : figure);

/** The measure with everything in it, for `.jsonld`: the dataset, what its columns are, and each claim with its figure, words and place. */
export const measureJsonLd = (page: MeasurePage, edition: EditionMark | null, site: Site): Data => ({
  ...datasetOf(page, edition, site),
  variableMeasured: CLAIM_COLUMNS.map(({ name, words }) => ({ '@type': 'PropertyValue', name, description: words })),
  hasPart: page.rows.map((row) => ({
    '@type': 'Claim',
    '@id': `${site.url}${row.path}#claim`,
    url: `${site.url}${row.path}`,
    identifier: row.id,
    name: row.figureNoun,
    ...(row.claim.article.withheld ? {} : { text: quoteText(row.claim) }),
    ...(row.claim.speaker && !row.speakerInferred
      ? { author: { '@type': speakerKind(row.claim.speaker), name: row.claim.speaker.name } }
      : {}),
    ...(row.claim.asOf ? { temporalCoverage: row.claim.asOf } : {}),
    about: {
      '@type': 'PropertyValue',
      ...(row.claim.low !== null && row.claim.low === row.claim.high ? { value: number(row.claim.low) } : {}),
      ...(row.claim.low === null ? {} : { minValue: number(row.claim.low) }),
      ...(row.claim.high === null ? {} : { maxValue: number(row.claim.high) }),
      ...(row.claim.unit ? { unitText: row.claim.unit } : {}),
    },
    appearance: {
      '@type': 'NewsArticle',
      url: appearance(row.claim, site),
      ...(row.claim.article.publishedAt ? { datePublished: row.claim.article.publishedAt } : {}),
    },
  })),
});
