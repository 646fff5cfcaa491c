import type { Instant } from '@/lib/base';
import type { ArticleNotice, MeasureRecord, PublicArticle, PublicCase, PublicCheck, PublicClaim } from './record';
import { byTime } from './rows';
import { countWords } from './vocabulary';

/**
 * An edition of a measure is what readers could see of it from one moment to the next. It is kept in parts (one for each claim, relation
 * and check, one for the case, one for the definition), so that the next edition of a measure of ten thousand claims costs what changed.
 */
export type Parts = ReadonlyMap<string, string>;

/** Of an article a part keeps what may change and is no name; the rest is the article's own, and is looked up. */
type KeptClaim = Omit<PublicClaim, 'article' | 'quote'> & {
  article: Pick<PublicArticle, 'id' | 'originId' | 'engine'> & { retracted?: ArticleNotice | null };
};
/** `place` among the sums of the measure: what adds up to a part comes before what it is part of. Older editions lack it. */
type KeptCheck = Omit<PublicCheck, 'total' | 'parts'> & { total: string; parts: string[]; place?: number };
type KeptHead = Pick<MeasureRecord, 'id' | 'title' | 'unit' | 'aggregation'>;

/** What is looked up for an edition: articles and quotes as they are shown today, and the claims of other measures that sums name. */
export interface Around {
  articles: ReadonlyMap<string, PublicArticle>;
  quotes: ReadonlyMap<string, PublicClaim['quote']>;
  others: ReadonlyMap<string, PublicClaim>;
}

const HEAD = 'head';

/** The parts of what is public of a measure; none where nothing is. */
export function partsOf(record: MeasureRecord | null): Parts {
  const parts = new Map<string, string>();
  if (record === null) return parts;
  const { id, title, unit, aggregation } = record;
  const put = (part: string, body: unknown) => parts.set(part, JSON.stringify(body));
  put(HEAD, { id, title, unit, aggregation } satisfies KeptHead);
  if (record.case) put('case', record.case);
  if (record.definition) put('definition', record.definition);
  for (const claim of record.claims) put(`claim ${claim.id}`, keptClaim(claim));
  for (const relation of record.relations) put(`relation ${relation.a} ${relation.b}`, relation);
  for (const [place, check] of record.checks.entries())
    put(`check ${check.kind} ${check.total.id} ${check.expression}`, keptCheck(check, place));
  return parts;
}

function keptClaim({ article, quote: _, ...claim }: PublicClaim): KeptClaim {
  const { id, originId, engine, retracted } = article;
  return { ...claim, article: { id, originId, engine, ...(retracted ? { retracted } : {}) } };
}

const keptCheck = ({ total, parts, ...check }: PublicCheck, place: number): KeptCheck => ({
  ...check,
  ...{ total: total.id, parts: parts.map(({ id }) => id), place },
});

/** What changed from one edition to the next: the new parts, and null for each that is gone. */
export function changedParts(before: Parts, after: Parts): Map<string, string | null> {
  const changed = new Map<string, string | null>();
  for (const [part, body] of after) if (before.get(part) !== body) changed.set(part, body);
  for (const part of before.keys()) if (!after.has(part)) changed.set(part, null);
  return changed;
}

/** Ids of what has to be looked up to show an edition. */
export function namedIn(parts: Parts): { claims: KeptClaim[]; others: string[] } {
  const claims = bodies<KeptClaim>(parts, 'claim ');
  const own = new Set(claims.map(({ id }) => id));
  const terms = bodies<KeptCheck>(parts, 'check ').flatMap((check) => [check.total, ...check.parts]);
  return { claims, others: [...new Set(terms)].filter((id) => !own.has(id)) };
}

/**
 * An edition as a record, made from its parts. Null where nothing was public. A claim whose article is shown to nobody any more is left out, and a
 * sum with it.
 */
export function recordOf(parts: Parts, { articles, quotes, others }: Around): MeasureRecord | null {
  const head = parts.get(HEAD);
  if (head === undefined) return null;
  const claims = claimsIn(parts, { articles, quotes });
  const all = new Map([...others, ...claims.map((claim): [string, PublicClaim] => [claim.id, claim])]);
  const kept = bodies<KeptCheck>(parts, 'check ').sort((x, y) => (x.place ?? 0) - (y.place ?? 0));
  const checks = kept.flatMap(({ total, parts: terms, place: _, ...check }): PublicCheck[] => {
    const found = [total, ...terms].flatMap((id) => all.get(id) ?? []);
    return found.length === terms.length + 1 ? [{ ...check, total: found[0]!, parts: found.slice(1) }] : [];
  });
  const [held, definition] = [parts.get('case'), parts.get('definition')];
  return {
    ...(JSON.parse(head) as KeptHead),
    claims: claims.sort(byTime),
    relations: bodies<MeasureRecord['relations'][number]>(parts, 'relation ').sort(byAlert),
    checks,
    case: held === undefined ? null : JSON.parse(held),
    ...(definition === undefined ? {} : { definition: JSON.parse(definition) }),
  };
}

/** The claims among parts, as they may be shown. */
export const claimsIn = (parts: Parts, { articles, quotes }: Pick<Around, 'articles' | 'quotes'>): PublicClaim[] =>
  bodies<KeptClaim>(parts, 'claim ').flatMap(({ article, ...claim }): PublicClaim[] => {
    const today = articles.get(article.id);
    const quote = quotes.get(claim.id);
    if (!today || !quote) return [];
    const { retracted: _, ...stands } = today;
    return [{ ...claim, quote, article: { ...stands, ...article } }];
  });

function bodies<Body>(parts: Parts, start: string): Body[] {
  return [...parts].flatMap(([part, body]) => (part.startsWith(start) ? [JSON.parse(body) as Body] : []));
}

const byAlert = (x: MeasureRecord['relations'][number], y: MeasureRecord['relations'][number]): number =>
  Number(y.alert) - Number(x.alert) || x.a.localeCompare(y.a) || x.b.localeCompare(y.b);

/**
 * A past edition as it may be shown today: of a ruling that was withdrawn since, no word is shown again anywhere. `today` is the case as it stands, null
 * where there is none any more.
 */
export function shownToday(record: MeasureRecord, today: MeasureRecord['case']): MeasureRecord {
  const held = record.case;
  if (!held) return record;
  const stand = new Set(today?.publications.map(({ id }) => id));
  const publications = held.publications.filter(({ id }) => stand.has(id));
  if (publications.length === held.publications.length) return record;
  const withdrawal = today?.withdrawal ?? held.withdrawal;
  const standing = publications.length > 0 ? held.standing : standingWithout(withdrawal, today);
  return { ...record, case: { ...held, publications, standing, withdrawal } };
}

function standingWithout(withdrawal: PublicCase['withdrawal'], today: MeasureRecord['case']): PublicCase['standing'] {
  if (withdrawal) return { status: 'withdrawn', at: withdrawal.at, reason: withdrawal.reason, by: withdrawal.by };
  return today?.standing ?? { status: 'open' };
}

/** One edition among those of a measure. */
export interface EditionMark {
  number: number;
  /** From when on readers saw it. */
  at: Instant;
  /** The entry of the log up to which it was worked out. */
  entry: number;
}

/** What changed with an edition, in words: each part with whether it is gone, and whether it was there before. */
export function changeWords(parts: readonly [part: string, isGone: number, wasThere: number][]): string {
  const counts = { added: 0, changed: 0, gone: 0 };
  for (const [part, isGone, wasThere] of parts)
    if (part.startsWith('claim ')) counts[isGone ? 'gone' : wasThere ? 'changed' : 'added'] += 1;
  const has = (start: string) => parts.some(([part]) => part === start || part.startsWith(`${start} `));
  const words = [
    counts.added > 0 && `${countWords(counts.added, 'claim')} added`,
    counts.changed > 0 && `${countWords(counts.changed, 'claim')} changed`,
    counts.gone > 0 && `${countWords(counts.gone, 'claim')} gone`,
    has('case') && 'the case',
    has('definition') && 'the definition',
    has('check') && 'sums',
    has('relation') && 'how claims compare',
    has('head') && parts.some(([part, , wasThere]) => part === 'head' && wasThere) && 'the question',
  ].filter((word) => word !== false);
  return words.length === 0 ? 'First edition' : words.join(', ');
}
