import { type Instant, ok, type Refusal, type Result } from '@/lib/base';
import type { Actor } from './actor';
import { added, type Grouped, UNCHANGED } from './grouped';
import { placeStored, regroup, SMALL_RECORD } from './grouping';
import type { ArticleInput } from './intake';
import { type Looked, lookedAt } from './looked';
import { type Fresh, type Prepared, type Stored, storeArticles } from './new-article';
import type { Database, Tx } from './open';
import { isRegroupOwed, oweRegroup } from './owed';
import { Refused } from './refused';
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
  /** Up to this many claims the record is grouped as a whole, afterwards. */
  small?: number;
}

/**
 * Stores articles with their claims: some at a time in one transaction, each with its fact, and reports them once they are on disk, so
 * that what was reported stays whatever happens later. In a large record the transaction places and compares the claims too; a small one
 * is grouped as a whole at the end. The same article again is "unchanged". A refused article stops no other, nor do claims that cannot be
 * placed: what is wrong with them goes to stderr, the articles are stored and their grouping is owed. Throws `Refused` only where nothing
 * can be written at all (`OwnerLocked`, `Busy`, `StorageFull`, `AuditBroken`).
 */
export async function addArticles(
  db: Database,
  inputs: ArticleInput[],
  by: Actor,
  now: Instant,
  options: AddOptions = {},
): Promise<ImportReport> {
  const { groupLater = false, onItem, small = SMALL_RECORD } = options;
  const items: ItemReport[] = [];
  let grouped = UNCHANGED;
  let [faulty, done] = [false, false];
  for await (const looked of lookedAt(db, inputs)) {
    const some = await addSome(looked, (fresh) => (faulty ? keepSome(db, fresh, by, now) : placeOrKeep(db, fresh, by, now, small)));
    faulty ||= some.faulty;
    done = some.done;
    grouped = added(grouped, some.grouped);
    for (const item of some.items) {
      items.push(item);
      onItem?.(item);
    }
  }
  if (!groupLater && !faulty && !done && (await isRegroupOwed(db.read))) grouped = added(grouped, await regroup(db, now, small));
  const { measures, opened, reopened } = grouped;
  return { items, measures, conflicts: opened + reopened };
}

/** What became of articles that were stored together; "faulty" where their claims could not be placed. */
interface Written {
  stored: Map<Prepared, Stored>;
  grouped: Grouped;
  faulty: boolean;
  /** Nothing was left to group when they were stored. */
  done: boolean;
}

async function addSome(looked: readonly Looked[], write: (fresh: readonly Fresh[]) => Promise<Written>) {
  const fresh = looked.flatMap(({ article, reading }): Fresh[] => (reading?.ok ? [{ article, reading: reading.value }] : []));
  const written = fresh.length === 0 ? null : await write(fresh);
  const items = looked.map((one) => {
    const stored = written?.stored.get(one.article) ?? one.known ?? (one.reading as { refusal: Refusal }).refusal;
    return reportOf(one.article.input.externalId, stored);
  });
  const { grouped = UNCHANGED, faulty = false, done = false } = written ?? {};
  return { items, grouped, faulty, done };
}

/** In one transaction; articles must not be lost to a mistake in the placing of their claims, at every new attempt again. */
async function placeOrKeep(db: Database, fresh: readonly Fresh[], by: Actor, now: Instant, small: number): Promise<Written> {
  let placing = false;
  try {
    return await db.write(async (tx) => {
      placing = false;
      const stored = await storeSome(tx, fresh, by, now);
      placing = true;
      return { stored, ...(await placeStored(tx, now, small)), faulty: false };
    });
  } catch (error) {
    if (!placing || error instanceof Refused) throw error;
    const written = await keepSome(db, fresh, by, now);
    process.stderr.write(`Articles were stored, but their claims could not be grouped; that is owed. ${tellingOf(error)}\n`);
    return written;
  }
}

/** What went wrong and where; of a failed query its cause alone, since the query holds the claims. */
function tellingOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause !== undefined) cause = cause.cause;
  const where = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : [];
  return [String(cause), ...where].join('\n');
}

/** Stores the articles alone. */
const keepSome = (db: Database, fresh: readonly Fresh[], by: Actor, now: Instant): Promise<Written> =>
  db.write(async (tx) => {
    const stored = await storeSome(tx, fresh, by, now);
    oweRegroup(tx, now);
    return { stored, grouped: UNCHANGED, faulty: true, done: false };
  });

async function storeSome(tx: Tx, fresh: readonly Fresh[], by: Actor, now: Instant): Promise<Map<Prepared, Stored>> {
  const stored = new Map<Prepared, Stored>();
  for (const apart of withoutCopies(fresh)) {
    const done = await storeArticles(tx, apart, by, now);
    for (const [at, { article }] of apart.entries()) stored.set(article, done[at] as Stored);
  }
  return stored;
}

/** Parted so that no two of a part are copies of each other, and that of copies the first comes first. */
function withoutCopies(fresh: readonly Fresh[]): Fresh[][] {
  const parts: Fresh[][] = [];
  const next = new Map<string, number>();
  for (const one of fresh) {
    const { input, textHash } = one.article;
    const names = [`text ${textHash}`, ...(input.externalId === null ? [] : [`id ${input.externalId}`])];
    const part = Math.max(...names.map((name) => next.get(name) ?? 0));
    for (const name of names) next.set(name, part + 1);
    parts[part] = [...(parts[part] ?? []), one];
  }
  return parts;
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
 * `newOutlet` says that it is meant. The same article again is fine and says `created: false`. What `look` refuses is not stored either.
 */
export async function addArticle(
  db: Database,
  pasted: PastedArticle,
  by: Actor,
  now: Instant,
  look?: (input: ArticleInput) => Promise<Refusal | null>,
): Promise<Result<{ created: boolean; articleId: string }>> {
  const { newOutlet, ...input } = pasted;
  return refusals(async () => {
    const refused = newOutlet || input.outlet === null ? null : await refuseUnknownOutlet(db.read, input.outlet);
    const refusal = refused ?? (await look?.(input)) ?? null;
    if (refusal) return { ok: false, refusal };
    const { items } = await addArticles(db, [input], by, now);
    const item = items[0]!;
    if (item.refusal) return { ok: false, refusal: item.refusal };
    return ok({ created: item.status === 'created', articleId: item.articleId! });
  });
}
