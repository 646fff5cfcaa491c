import { asc, eq, sql } from 'drizzle-orm';
import type { RecordedClaim } from '@/lib/measure';
import { type Actor, byTime, type Passage, type PublicArticle, type PublicClaim } from '@/lib/publication';
import { type ClaimRow, recordedClaim } from '../codec';
import type { Reads } from '../open';
import { enginesOfLater } from '../readings';
import { rowsOf } from '../rows';
import { claimJudgements, claims } from '../schema';
import { among, isAmong, sqlOf, type Words, words } from '../statement';
import { publicArticles } from './articles';
import { publicHands } from './hands';
import { quotesOf } from './quotes';
import { actorsOf } from './roles';
import { standingSpeakers } from './standing-speakers';
import { IS_PUBLIC_CLAIM, PUBLIC_CLAIMS } from './visible';

/** A public claim together with its place: the article's page and the engine need that, other pages the quote alone. */
export interface PlacedClaim extends PublicClaim {
  span: { start: number; end: number };
}

export interface FoundClaims {
  /** By time. */
  claims: PlacedClaim[];
  /** The same as the engine takes them, by id. Stays in this folder. */
  recorded: Map<string, RecordedClaim>;
  /** The entry of the log that made each of them public. */
  acceptedIn: Map<string, number>;
}

/** The public claims that meet a condition. */
export async function publicClaims(from: Reads, where: Words): Promise<FoundClaims> {
  const rows = await rowsOf(from, claims, words`WHERE ${IS_PUBLIC_CLAIM} AND ${where}`);
  const articles = await publicArticles(from, [...new Set(rows.map((row) => row.articleId))]);
  const isWithheld = ({ articleId }: ClaimRow) => articles.get(articleId)?.withheld != null;
  const quotes = await quotesOf(
    from,
    rows.filter((row) => !isWithheld(row)),
  );
  const acts = await acceptances(from, rows);
  const totals = await publicTotals(from, rows);
  const hands = await publicHands(from, rows);
  const engines = await enginesOfLater(from, [...articles.keys()]);
  const voices = await standingSpeakers(from, [...new Set(rows.flatMap((row) => row.speakerId ?? []))]);
  const found = rows.map((row) => {
    const engine = engines.get(row.id);
    const article = { ...articles.get(row.articleId)!, ...(engine === undefined ? {} : { engine }) };
    const { publishedAt, textHash, originId } = article;
    const recorded = recordedClaim(row, { outlet: article.source?.name ?? null, publishedAt, textHash, originId });
    return {
      row,
      article,
      recorded: { ...recorded, retracted: article.retracted != null, partOf: totals.has(recorded.partOf ?? '') ? recorded.partOf : null },
    };
  });
  return {
    claims: found
      .map(({ row, article, recorded }) => ({
        ...placed(row, recorded, article, quotes.get(row.id) ?? figureAlone(row), acts.get(row.id)?.by),
        byHand: hands.get(row.id) ?? null,
        speakerId: voices.get(row.speakerId ?? '') ?? null,
      }))
      .sort(byTime),
    recorded: new Map(found.map(({ recorded }) => [recorded.id, recorded])),
    acceptedIn: new Map([...acts].map(([id, { seq }]) => [id, seq])),
  };
}

/** Of a text that is withheld, the figure alone. */
const figureAlone = ({ id, text }: ClaimRow): Passage => ({ pieces: [{ text, claim: id }], cutBefore: true, cutAfter: true });

function placed(
  row: ClaimRow,
  claim: RecordedClaim,
  article: PublicArticle,
  quote: Passage,
  acceptedBy: Actor | undefined,
): Omit<PlacedClaim, 'byHand'> {
  const { id, text, lowInclusive, highInclusive, noun, speaker, occasion, asOf, asOfBasis, partOf } = claim;
  // As its article writes it: "half of them" is compared as 50 percent, and shown as it is.
  const { low, high, hedge, grain, unit } = row;
  return {
    ...{ id, text, low, high, lowInclusive, highInclusive, hedge, grain, unit, noun, speaker, occasion, asOf, asOfBasis, partOf },
    ...{ measureId: row.measureId!, article, ordinal: row.ordinal, quote, measureWords: claim.measure, span: claim.span },
    ...{ acceptedAt: row.acceptedAt!, acceptedBy: acceptedBy ?? null },
  };
}

/** Who last accepted each claim, as the role they had, and in which entry of the log. */
async function acceptances(from: Reads, rows: ClaimRow[]): Promise<Map<string, { seq: number; by: Actor }>> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return new Map();
  const { claimId, by, byRole, seq } = claimJudgements;
  const accepting = await from
    .select({ claimId, by, byRole, seq })
    .from(claimJudgements)
    .where(sql`${isAmong(claimId, ids)} AND ${eq(claimJudgements.judgement, 'accepted')}`)
    .orderBy(asc(seq));
  const actor = await actorsOf(from, accepting);
  return new Map(accepting.map((act) => [act.claimId, { seq: act.seq, by: actor(act) }]));
}

/** A part of a total that nobody accepted is shown as part of nothing. */
async function publicTotals(from: Reads, rows: ClaimRow[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap((row) => row.partOf ?? []))];
  if (ids.length === 0) return new Set();
  const found = await from.all<{ id: string }>(sql`SELECT id FROM ${PUBLIC_CLAIMS} WHERE id IN ${sqlOf(among(ids))}`);
  return new Set(found.map(({ id }) => id));
}
