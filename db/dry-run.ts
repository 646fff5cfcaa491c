import { existsSync } from 'node:fs';
import { toTheEnd } from '@/lib/base';
import { compareClaims } from '@/lib/conflict';
import { groupSeenFirst, type RecordedClaim, recorded } from '@/lib/measure';
import type { ImportReport, ItemReport } from './articles';
import { newId } from './ids';
import type { ArticleInput } from './intake';
import { keptClaims } from './kept';
import { allAccepted } from './measures';
import { claimsToGroup } from './members';
import { nameKey } from './name-key';
import { knownCopies, type Prepared, prepare, readableOf } from './new-article';
import { type Database, openDatabase } from './open';
import { wordsToday } from './pair-words';
import { readForRecord } from './reading';
import { cases } from './schema';
import { placeOf } from './url';

/** An import that stores nothing: it reads, groups and compares in memory and reports what an import would have reported. */
export class DryRun {
  private readonly claims: RecordedClaim[] = [];
  private readonly seen = new Map<string, ItemReport['state']>();

  private constructor(private readonly db: Database | null) {}

  /** A record that does not exist is not made. */
  static async open(url: string): Promise<DryRun> {
    const place = placeOf(url);
    return new DryRun(place.kind === 'remote' || existsSync(place.path) ? await openDatabase(url) : null);
  }

  async add(inputs: ArticleInput[], last: boolean): Promise<ImportReport> {
    const items: ItemReport[] = [];
    for (const input of inputs) items.push(await this.rehearse(prepare(input)));
    return { items, ...(last ? await this.group() : { measures: 0, conflicts: 0 }) };
  }

  async close(): Promise<void> {
    await this.db?.close();
  }

  private async rehearse(article: Prepared): Promise<ItemReport> {
    const { externalId, outlet, publishedAt } = article.input;
    const blank = { externalId, articleId: null, claims: 0, refusal: null };
    const [known = null] = this.db ? await knownCopies(this.db.read, [article]) : [];
    if (known?.kind === 'differs') return { ...blank, status: 'failed', state: null, refusal: known.refusal };
    const key = `${outlet === null ? '' : nameKey(outlet)}\n${article.textHash}`;
    const before = known?.state ?? this.seen.get(key);
    if (before) return { ...blank, status: 'unchanged', state: before };
    const { text, context } = readableOf(article);
    const reading = await readForRecord(text, context);
    if (!reading.ok) return { ...blank, status: 'failed', state: null, refusal: reading.refusal };
    const { claims, state } = reading.value;
    this.seen.set(key, state);
    const articleId = newId();
    const ids = claims.map(() => newId());
    this.claims.push(...recorded(claims, { articleId, outlet, publishedAt, textHash: article.textHash }, ids));
    return { ...blank, status: 'created', claims: claims.length, state };
  }

  private async group(): Promise<{ measures: number; conflicts: number }> {
    const stored = this.db ? await claimsToGroup(this.db.read) : [];
    const members = [...stored, ...this.claims];
    const words = this.db ? await wordsToday(this.db.read) : { said: [], published: new Map() };
    const kept = this.db ? await keptClaims(this.db.read) : { kept: new Map(), ruled: new Set<string>() };
    const seen = this.db ? await allAccepted(this.db.read) : new Set<string>();
    const { grouping, settled } = toTheEnd(groupSeenFirst(members, { seen }, kept, words));
    const withCase = new Set(this.db ? (await this.db.read.select({ id: cases.measureId }).from(cases)).map((row) => row.id) : []);
    const isNew = (measure: number) => !withCase.has(grouping.measures[measure]?.id ?? '');
    return {
      measures: grouping.measures.filter((measure) => measure.id === null).length,
      conflicts: compareClaims(grouping, members, settled).conflicts.filter((conflict) => isNew(conflict.measure)).length,
    };
  }
}
