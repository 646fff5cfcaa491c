import type { Filters, PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { among, ask, NOTHING, type Words, words } from '../statement';
import { publicClaims } from './claims';
import type { CountedPage } from './measure-lists';
import { allOf, type Condition, conditionsOf, meets } from './narrowed';
import { walked } from './walk';

const SIZE = 50;

export interface ClaimsAsked {
  filters?: Filters;
  /** "article": as they came in, those of the youngest article first. */
  order?: 'article' | 'as-of';
  after: string | null;
  most?: number;
}

/** Public claims that meet all filters, and in which order they stand: what narrows them most says that. */
export async function claimList(
  from: Reads,
  { filters = {}, order = 'article', after, most = SIZE }: ClaimsAsked,
): Promise<CountedPage<PublicClaim>> {
  const conditions = await conditionsOf(from, filters);
  const walk = walkOf(conditions, filters, order);
  const tests = claimTests(
    conditions.filter((condition) => condition !== walk.by),
    walk.order === 'as-of' ? {} : filters,
  );
  const meeting = async (ids: readonly string[]) => {
    const all = allOf(tests);
    const asked = words`SELECT c.id FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN claims c ON c.id = j.value WHERE ${all} ORDER BY j.key`;
    return idsIn(await ask<{ id: string }>(from, asked));
  };
  const ids = async (behind: string | null, most: number) => idsIn(await ask<{ id: string }>(from, walk.ids(behind, most)));
  const page = await walked({ ids, ...(tests.length > 0 ? { meeting } : {}) }, after, most);
  const { claims } = await publicClaims(from, words`claims.id IN ${among(page.items)}`);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const total = tests.length === 0 ? await countOf(from, walk.by, walk.order) : null;
  return { items: page.items.flatMap((id) => byId.get(id) ?? []), next: page.next, total };
}

const idsIn = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
const SEEN = words`c.status = 'accepted' AND c.accepted_at IS NOT NULL AND c.measure_id IS NOT NULL`;
/** The same of claims that are found by something else. */
export const SEEN_THERE = words`+c.status = 'accepted' AND c.accepted_at IS NOT NULL AND c.measure_id IS NOT NULL`;

interface Walking {
  /** The condition that it begins with. */
  by: Condition | null;
  order: 'verdict' | 'speaker' | 'source' | 'measure' | 'as-of' | 'article';
  ids(behind: string | null, most: number): Words;
}

const ofClaim = (column: Words, behind: string) => words`(SELECT ${column} FROM claims WHERE id = ${behind})`;

function walkOf(conditions: readonly Condition[], filters: Filters, order: ClaimsAsked['order']): Walking {
  const by = (facet: Condition['facet']) => conditions.find((condition) => condition.facet === facet);
  const [verdict, speaker, source] = [by('verdict'), by('speaker'), by('source')];
  if (verdict) return { by: verdict, order: 'verdict', ids: (behind, most) => byVerdict(verdict, behind, most) };
  if (speaker) return { by: speaker, order: 'speaker', ids: (behind, most) => bySpeaker(speaker, behind, most) };
  if (source) return { by: source, order: 'source', ids: (behind, most) => bySource(source, behind, most) };
  const ofMeasure = conditions[0];
  if (ofMeasure) return { by: ofMeasure, order: 'measure', ids: (behind, most) => byMeasure(ofMeasure, behind, most) };
  if (order === 'as-of' || filters.from || filters.to)
    return { by: null, order: 'as-of', ids: (behind, most) => byAsOf(filters, behind, most) };
  return { by: null, order: 'article', ids: byArticle };
}

function byVerdict({ values }: Condition, behind: string | null, most: number): Words {
  const at = words`(SELECT at FROM public_verdicts WHERE claim_id = ${behind})`;
  const rest = behind === null ? NOTHING : words`AND at <= ${at} AND (at < ${at} OR claim_id > ${behind})`;
  return words`SELECT claim_id AS id FROM public_verdicts WHERE verdict = ${values[0] as string} ${rest} ORDER BY at DESC, claim_id LIMIT ${most}`;
}

function bySpeaker({ values }: Condition, behind: string | null, most: number): Words {
  const at = ofClaim(words`accepted_at`, behind ?? '');
  const rest = behind === null ? NOTHING : words`AND c.accepted_at <= ${at} AND (c.accepted_at < ${at} OR c.id > ${behind})`;
  const each = values.map(
    (value) => words`SELECT * FROM (SELECT c.id, c.accepted_at AS at FROM claims c WHERE ${SEEN} AND c.speaker_id = ${value} ${rest}
      ORDER BY c.accepted_at DESC, c.id LIMIT ${most})`,
  );
  return words`SELECT id FROM (${together(each)}) ORDER BY at DESC, id LIMIT ${most}`;
}

/** Article by article of the outlet or agency, the latest first, each in its own order. */
function bySource({ values }: Condition, behind: string | null, most: number): Words {
  const [article, ordinal] = [ofClaim(words`article_id`, behind ?? ''), ofClaim(words`ordinal`, behind ?? '')];
  const day = words`(SELECT day FROM public_articles WHERE id = ${article})`;
  const rest =
    behind === null
      ? NOTHING
      : words`AND p.day <= ${day} AND (p.day < ${day} OR p.id > ${article} OR (p.id = ${article} AND c.ordinal > ${ordinal}))`;
  const each = values.flatMap((value) =>
    [words`p.source_id = ${value}`, words`p.agency_id = ${value} AND p.agency_id <> ''`].map(
      (
        own,
      ) => words`SELECT * FROM (SELECT c.id, p.day, p.id AS article, c.ordinal FROM public_articles p CROSS JOIN claims c ON c.article_id = p.id
        WHERE ${own} AND ${SEEN_THERE} ${rest} ORDER BY p.day DESC, p.id, c.ordinal LIMIT ${most})`,
    ),
  );
  return words`SELECT DISTINCT id, day, article, ordinal FROM (${together(each)}) ORDER BY day DESC, article, ordinal LIMIT ${most}`;
}

/** Measure by measure, the one changed last first. */
function byMeasure({ facet, values }: Condition, behind: string | null, most: number): Words {
  const measure = ofClaim(words`measure_id`, behind ?? '');
  const at = words`(SELECT latest FROM public_measures WHERE id = ${measure})`;
  const rest =
    behind === null
      ? NOTHING
      : words`AND f.latest <= ${at} AND (f.latest < ${at} OR f.measure_id > ${measure} OR (f.measure_id = ${measure} AND c.id > ${behind}))`;
  return words`SELECT c.id FROM public_facets f CROSS JOIN claims c ON c.measure_id = f.measure_id
    WHERE f.facet = ${facet} AND f.value = ${values[0] as string} AND ${SEEN_THERE} ${rest} ORDER BY f.latest DESC, f.measure_id, c.id LIMIT ${most}`;
}

function byAsOf(filters: Filters, behind: string | null, most: number): Words {
  const at = ofClaim(words`as_of`, behind ?? '');
  const rest = behind === null ? NOTHING : words`AND c.as_of <= ${at} AND (c.as_of < ${at} OR c.id < ${behind})`;
  return words`SELECT c.id FROM claims c INDEXED BY claims_public_by_as_of WHERE ${SEEN} AND c.as_of IS NOT NULL AND ${allOf([...days(filters), words`true`])} ${rest}
    ORDER BY c.as_of DESC, c.id DESC LIMIT ${most}`;
}

function byArticle(behind: string | null, most: number): Words {
  const [article, ordinal] = [ofClaim(words`article_id`, behind ?? ''), ofClaim(words`ordinal`, behind ?? '')];
  const rest = behind === null ? NOTHING : words`AND p.id <= ${article} AND (p.id < ${article} OR c.ordinal > ${ordinal})`;
  return words`SELECT c.id FROM public_articles p CROSS JOIN claims c ON c.article_id = p.id WHERE ${SEEN_THERE} ${rest}
    ORDER BY p.id DESC, c.ordinal LIMIT ${most}`;
}

const together = (each: readonly Words[]): Words =>
  each.reduce((all, one) => (all === NOTHING ? one : words`${all} UNION ALL ${one}`), NOTHING);

/** What a claim `c` has to meet. */
export const claimTests = (conditions: readonly Condition[], filters: Filters): Words[] => [...conditions.map(testOf), ...days(filters)];

/** A year or a month ends with its last day. */
const days = ({ from, to }: Filters): Words[] => [
  ...(from ? [words`c.as_of >= ${from}`] : []),
  ...(to ? [words`c.as_of <= ${`${to}~`}`] : []),
];

function testOf(condition: Condition): Words {
  const own = among(condition.values);
  switch (condition.facet) {
    case 'verdict':
      return words`EXISTS (SELECT 1 FROM public_verdicts v WHERE v.claim_id = c.id AND v.verdict IN ${own})`;
    case 'speaker':
      return words`c.speaker_id IN ${own}`;
    case 'source':
      return words`EXISTS (SELECT 1 FROM public_articles p WHERE p.id = c.article_id AND (p.source_id IN ${own} OR p.agency_id IN ${own}))`;
    default:
      return meets(words`c.measure_id`, condition);
  }
}

/** How many there are, where that is kept. */
async function countOf(from: Reads, by: Condition | null, order: Walking['order']): Promise<CountedPage<PublicClaim>['total']> {
  const asked =
    order === 'article'
      ? words`SELECT sum(claims) AS n FROM public_sources`
      : order === 'source'
        ? words`SELECT sum(claims) AS n FROM public_sources WHERE source_id IN ${among(by?.values ?? [])} OR agency_id IN ${among(by?.values ?? [])}`
        : order === 'speaker'
          ? words`SELECT sum(claims) AS n FROM public_voices WHERE speaker_id IN ${among(by?.values ?? [])}`
          : null;
  if (asked === null) return null;
  const [row] = await ask<{ n: number | null }>(from, asked);
  return { n: Number(row?.n ?? 0), more: false };
}
