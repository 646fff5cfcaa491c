import { and, eq, ne, or } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { questionOf } from '@/lib/measure';
import { holdToText } from './article-record';
import { writeChecks } from './checks';
import { fileClaims, unfileClaims } from './claim-keys';
import { type ClaimRow, recordedClaim } from './codec';
import { publishedClaims } from './kept';
import { forget } from './known-claims';
import { isMember } from './members';
import type { Tx } from './open';
import { oweRegroup } from './owed';
import { rewordMeasuresOf } from './question';
import { dropComparisons } from './relations';
import { articles, claims, sources } from './schema';
import { dropSuggestions } from './suggestions';

/**
 * Makes all that was worked out of a claim follow what it says now: its keys, what was found of it beside others. Where it
 * answers another question now, it leaves its measure and is placed among its likest, unless a published ruling holds it there.
 */
export async function refileCorrected(tx: Tx, before: ClaimRow, after: ClaimRow, now: Instant): Promise<void> {
  const { outlet, publishedAt, textHash, text } = await articleOf(tx, before.articleId);
  const recorded = (row: ClaimRow) => recordedClaim(row, { outlet, publishedAt, textHash });
  forget(tx, [before.id]);
  dropComparisons(tx, [before.id]);
  await dropSuggestions(tx, [before.id]);
  await unfileClaims(tx, [recorded(before)]);
  await fileClaims(tx, [recorded(after)]);
  holdToText(text, after);
  await oweSums(tx, before, now);
  await writeChecks(tx, [], { members: [], articles: [before.articleId] });
  if (!asksTheSame(recorded(before), recorded(after)) && (await mayLeave(tx, before)))
    await tx.update(claims).set({ measureId: null }).where(eq(claims.id, before.id));
  await rewordMeasuresOf(tx, [before.id]);
}

/** Its measure is compared anew, and so are those of its total and its parts: their sums are others now. */
async function oweSums(tx: Tx, { id, articleId, partOf, measureId }: ClaimRow, now: Instant): Promise<void> {
  oweRegroup(tx, now, measureId);
  const isNext = or(eq(claims.partOf, id), eq(claims.id, partOf ?? ''));
  const next = await tx
    .select({ measureId: claims.measureId })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isNext));
  for (const one of next) if (one.measureId !== null) oweRegroup(tx, now, one.measureId);
}

/** A claim that stands alone keeps its measure, whose question is put anew: the address goes on. One that a published ruling holds stays as well. */
async function mayLeave(tx: Tx, { id, measureId }: ClaimRow): Promise<boolean> {
  if (measureId === null) return false;
  const others = await tx.$count(claims, and(eq(claims.measureId, measureId), isMember, ne(claims.id, id)));
  return others > 0 && !(await publishedClaims(tx, [measureId])).get(measureId)?.includes(id);
}

async function articleOf(tx: Tx, id: string) {
  const { publishedAt, textHash, text } = articles;
  const found = await tx
    .select({ outlet: sources.name, publishedAt, textHash, text })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(eq(articles.id, id))
    .get();
  if (!found) throw new Error(`article ${id} is missing`);
  return found;
}

type Asked = ReturnType<typeof recordedClaim>;

function asksTheSame(before: Asked, after: Asked): boolean {
  const [old, now] = [questionOf([before]), questionOf([after])];
  return old.title === now.title && old.unit === now.unit && old.aggregation === now.aggregation;
}
