import type { Instant, Refusal, Result } from '@/lib/base';
import { ok } from '@/lib/base';
import type { Actor } from './actor';
import { regroup } from './grouping';
import type { ArticleInput } from './intake';
import { knownCopy, type Prepared, prepare, type Stored, storeArticle } from './new-article';
import type { Database, Tx } from './open';
import { isRegroupOwed } from './owed';
import type { KeptReading } from './reading';
import { refuseUnknownOutlet } from './sources';
import { refusals } from './verb';
import { nextTurn } from './writer';

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
 * Stores articles with their claims: some at a time in one transaction, each with its fact, and reports them once they are on disk, so
 * that what was reported stays whatever happens later; then groups once. The same article again is "unchanged". A refused article stops no other; throws `Refused` only
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
  for (let from = 0; from < inputs.length; from += TOGETHER) {
    for (const item of await addSome(db, inputs.slice(from, from + TOGETHER).map(prepare), by, now)) {
      items.push(item);
      options.onItem?.(item);
    }
  }
  if (options.groupLater || !(await isRegroupOwed(db.read))) return { items, measures: 0, conflicts: 0 };
  const { measures, opened, reopened } = await regroup(db, now);
  return { items, measures, conflicts: opened + reopened };
}

/** Articles that go to the disk together: a transaction costs it a moment, whatever is in it. */
const TOGETHER = 20;

type Looked = { article: Prepared; known: Stored | null; reading: Result<KeptReading> | null };

async function addSome(db: Database, some: readonly Prepared[], by: Actor, now: Instant): Promise<ItemReport[]> {
  const looked: Looked[] = [];
  for (const article of some) {
    // Looked up before the text is read: importing ten thousand known articles again must cost next to nothing.
    const known = await knownCopy(db.read, article);
    looked.push({ article, known, reading: known ? null : await article.reading() });
    await nextTurn();
  }
  const all = looked.some(({ reading }) => reading?.ok) ? await db.write((tx) => storeSome(tx, looked, by, now)) : looked.map(unread);
  return all.map((stored, at) => reportOf((some[at] as Prepared).input.externalId, stored));
}

const unread = ({ known, reading }: Looked): Stored | Refusal => known ?? (reading as { refusal: Refusal }).refusal;

async function storeSome(tx: Tx, looked: readonly Looked[], by: Actor, now: Instant): Promise<(Stored | Refusal)[]> {
  const all: (Stored | Refusal)[] = [];
  for (const one of looked) {
    all.push(one.reading?.ok ? await storeArticle(tx, one.article, one.reading.value, by, now) : unread(one));
    await nextTurn();
  }
  return all;
}

function reportOf(externalId: string | null, stored: Stored | Refusal): ItemReport {
  if (!('kind' in stored)) return { externalId, status: 'failed', articleId: null, claims: 0, state: null, refusal: stored };
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
