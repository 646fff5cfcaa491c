import type { Instant, Refusal, Result } from '@/lib/base';
import { ok } from '@/lib/base';
import type { Actor } from './actor';
import { regroup } from './grouping';
import type { ArticleInput } from './intake';
import { knownCopy, type Prepared, prepare, storeArticle } from './new-article';
import type { Database } from './open';
import { isRegroupOwed } from './owed';
import { refuseUnknownOutlet } from './sources';
import { refusals } from './verb';

/** What became of one article of a batch. "unchanged" names the article that was there already. */
export interface ItemReport {
  externalId: string | null;
  status: 'created' | 'unchanged' | 'failed';
  articleId: string | null;
  /** Claims stored now. */
  claims: number;
  /** "not-read": stored, but in a language the engine does not read. Null for what failed. */
  state: 'read' | 'not-read' | null;
  refusal: Refusal | null;
}

export interface ImportReport {
  /** In the order of the inputs. */
  items: ItemReport[];
  /** Measures made and cases opened or reopened by the grouping afterwards. */
  measures: number;
  conflicts: number;
}

export interface AddOptions {
  /** Leaves the grouping owed, for a batch that goes on. */
  groupLater?: boolean;
  /** Hears of each article once it is on disk. */
  onItem?: (item: ItemReport) => void;
}

/**
 * Stores articles with their claims: each in a transaction of its own with its fact, so that what was reported stays whatever
 * happens later; then groups once. The same article again is "unchanged". A refused article stops no other; throws `Refused` only
 * where nothing can be written at all (`OwnerLocked`, `Busy`, `StorageFull`, `AuditBroken`).
 */
export async function addArticles(
  db: Database,
  inputs: ArticleInput[],
  by: Actor,
  now: Instant,
  options: AddOptions = {},
): Promise<ImportReport> {
  const items: ItemReport[] = [];
  for (const input of inputs) {
    const item = await addOne(db, prepare(input), by, now);
    items.push(item);
    options.onItem?.(item);
  }
  if (options.groupLater || !(await isRegroupOwed(db.read))) return { items, measures: 0, conflicts: 0 };
  const { measures, opened, reopened } = await regroup(db, now);
  return { items, measures, conflicts: opened + reopened };
}

async function addOne(db: Database, article: Prepared, by: Actor, now: Instant): Promise<ItemReport> {
  const { externalId } = article.input;
  // Looked up before the text is read: importing ten thousand known articles again must cost next to nothing.
  const known = await knownCopy(db.read, article);
  const reading = known ? null : await article.reading();
  if (reading?.ok === false) return { externalId, status: 'failed', articleId: null, claims: 0, state: null, refusal: reading.refusal };
  const stored = reading === null ? known! : await db.write((tx) => storeArticle(tx, article, reading.value, by, now));
  switch (stored.kind) {
    case 'created':
      return { externalId, status: 'created', articleId: stored.id, claims: stored.claims, state: stored.state, refusal: null };
    case 'unchanged':
      return { externalId, status: 'unchanged', articleId: stored.id, claims: 0, state: stored.state, refusal: null };
    case 'differs':
      return { externalId, status: 'failed', articleId: null, claims: 0, state: null, refusal: stored.refusal };
  }
}

/** What the intake form gives beside the article. */
export interface PastedArticle extends ArticleInput {
  /** Ticked: the outlet is new and meant to be. */
  newOutlet: boolean;
}

/**
 * One article from a person. An outlet the record does not know is refused with `UnknownOutlet` and the nearest known names, until
 * `newOutlet` says that it is meant. The same article again is fine and says `created: false`.
 */
export async function addArticle(
  db: Database,
  pasted: PastedArticle,
  by: Actor,
  now: Instant,
): Promise<Result<{ created: boolean; articleId: string }>> {
  const { newOutlet, ...input } = pasted;
  return refusals(async () => {
    const refused = newOutlet || input.outlet === null ? null : await refuseUnknownOutlet(db.read, input.outlet);
    if (refused) return { ok: false, refusal: refused };
    const { items } = await addArticles(db, [input], by, now);
    const item = items[0]!;
    if (item.refusal) return { ok: false, refusal: item.refusal };
    return ok({ created: item.status === 'created', articleId: item.articleId! });
  });
}
