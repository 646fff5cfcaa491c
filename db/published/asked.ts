import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { type EditionMark, type MeasureRecord, type Moments, type Passage, recordAsOf, speaksBy, type WhyNothing } from '@/lib/publication';
import type { Reads } from '../open';
import { cases, claims } from '../schema';
import { words } from '../statement';
import { type ArticleRecord, articleRecord, pageOf } from './article-record';
import { claimRecord, contextToday } from './claim-record';
import { publicClaims } from './claims';
import { editionKnown, editionRecord, lastTitle, measuresKnown, recordsKnown } from './editions';
import { caseMeasure } from './lists';
import { measureRecord, measureToday } from './records';

/** What an address answers at the moment that is asked for. */
export type Asked<Found> =
  | ({ kind: 'found' } & Found)
  /** Where it stands today: "measures/k3v9m2qd4x". */
  | { kind: 'moved'; to: string }
  /** It is known, and nothing of it is shown as of then. */
  | { kind: 'nothing'; title: string; why: WhyNothing }
  | { kind: 'unknown' };

/** A measure as it is asked for: as of a day, as it was known at a moment, or both. */
interface AskedMeasure {
  record: MeasureRecord;
  /** What readers saw then; null where they see it now. */
  edition: EditionMark | null;
  /** What the measure is called today, or was last: its address holds that. */
  title: string;
}

const UNKNOWN = { kind: 'unknown' } as const;

/** A measure. One that went on to another later is shown as it was known while it was itself. */
export async function measureAsked(from: Reads, id: string, { asof, known }: Moments): Promise<Asked<AskedMeasure>> {
  const edition = known === null ? null : await editionKnown(from, id, known);
  const then = edition && (await editionRecord(from, id, edition.number))?.record;
  const today = then ? id : await measureToday(from, id);
  if (today === null) return UNKNOWN;
  if (today !== id) return { kind: 'moved', to: `measures/${today}` };
  const whole = known === null ? await measureRecord(from, id) : then;
  const record = whole && asof !== null ? recordAsOf(whole, asof) : whole;
  const title = (known === null ? whole?.title : await lastTitle(from, id)) ?? whole?.title ?? (await measureRecord(from, id))?.title;
  if (title === undefined) return UNKNOWN;
  return record ? { kind: 'found', record, edition, title } : { kind: 'nothing', title, why: whole ? 'day' : edition ? 'gone' : 'yet' };
}

interface AskedClaim extends AskedMeasure {
  /** The quote with its neighbours, as it may be shown today. */
  context: Passage;
}

/** A claim with its measure. One that is public no more is shown while it was, by its figure alone; where nothing of it may be shown, it is unknown. */
export async function claimAsked(from: Reads, id: string, moments: Moments): Promise<Asked<AskedClaim>> {
  const { asof, known } = moments;
  if (known === null) {
    const found = await claimRecord(from, id);
    if (!found) return UNKNOWN;
    const record = asof === null ? found.record : recordAsOf(found.record, asof);
    return record?.claims.some((claim) => claim.id === id)
      ? { kind: 'found', ...found, record, edition: null, title: record.title }
      : { kind: 'nothing', title: found.record.title, why: 'day' };
  }
  const measure = (await measuresKnown(from, [id], known)).get(id);
  const asked = measure === undefined ? UNKNOWN : await measureAsked(from, measure, moments);
  const claim = asked.kind === 'found' ? asked.record.claims.find((one) => one.id === id) : undefined;
  if (asked.kind === 'found' && claim) return { ...asked, context: (await contextToday(from, id)) ?? claim.quote };
  const today = await claimRecord(from, id);
  return today ? { kind: 'nothing', title: today.record.title, why: whyOf(asked, moments) } : UNKNOWN;
}

/** The measure that holds a case. */
export async function caseAsked(from: Reads, id: string, moments: Moments): Promise<Asked<AskedMeasure>> {
  const { asof, known } = moments;
  const measureId = (await from.select({ id: cases.measureId }).from(cases).where(eq(cases.id, id)).get())?.id;
  if (measureId === undefined) return UNKNOWN;
  const then = known === null ? null : await measureAsked(from, measureId, moments);
  if (then?.kind === 'found' && then.record.case?.id === id) return then;
  const today = await caseMeasure(from, id);
  if (!today) return UNKNOWN;
  if (today.case?.id !== id) return { kind: 'moved', to: today.case ? `cases/${today.case.id}` : `measures/${today.id}` };
  const record = known !== null ? null : asof === null ? today : recordAsOf(today, asof);
  if (record?.case) return { kind: 'found', record, edition: null, title: today.title };
  return { kind: 'nothing', title: today.title, why: then ? whyOf(then, moments) : 'day' };
}

/** Why something is not in a measure at that moment. */
function whyOf(asked: Asked<AskedMeasure>, { asof }: Moments): WhyNothing {
  if (asked.kind === 'nothing') return asked.why;
  return asked.kind === 'found' && asof !== null ? 'day' : 'yet';
}

/** An article with the claims of it that were on record then. Of a claim that is public no more the figure is listed, and no word shown. */
export async function articleAsked(from: Reads, id: string, { asof, known }: Moments): Promise<Asked<ArticleRecord>> {
  const today = await articleRecord(from, id);
  if (!today) return UNKNOWN;
  if (asof === null && known === null) return { kind: 'found', ...today };
  const found = known === null ? today.measures : await measuresOfArticle(from, id, known);
  const measures = found.flatMap((record) => (asof === null ? record : (recordAsOf(record, asof) ?? [])));
  const spans = new Map((await publicClaims(from, words`claims.article_id = ${id}`)).claims.map((claim) => [claim.id, claim.span]));
  const shown = measures
    .flatMap((record) => record.claims)
    .filter((claim) => claim.article.id === id && (asof === null || speaksBy(claim, asof)))
    .map((claim) => ({ ...claim, span: spans.get(claim.id) ?? null }));
  const page = await pageOf(from, id, shown);
  if (page) return { kind: 'found', page, measures };
  return { kind: 'nothing', title: today.page.article.title ?? 'Article without a title', why: found.length > 0 ? 'day' : 'yet' };
}

/** The measures in which readers saw claims of an article at a moment. */
async function measuresOfArticle(from: Reads, articleId: string, at: Instant): Promise<MeasureRecord[]> {
  const rows = await from.select({ id: claims.id }).from(claims).where(eq(claims.articleId, articleId));
  const ids = rows.map(({ id }) => id);
  return recordsKnown(from, new Set((await measuresKnown(from, ids, at)).values()), at);
}
