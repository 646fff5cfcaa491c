import { eq, type SQL, sql } from 'drizzle-orm';
import { namesOfAgency, publishedBy } from '@/lib/article';
import { digestOf } from '@/lib/audit';
import { type Instant, type Refusal, refusal } from '@/lib/base';
import type { Actor } from './actor';
import { append } from './audit';
import { newId } from './ids';
import { nameKey } from './name-key';
import type { Reads, Tx } from './open';
import { insertRows, rowsOf } from './rows';
import { sources } from './schema';
import { among, words } from './statement';

export type Source = typeof sources.$inferSelect;

/** What an outlet goes by: the name of the one that stands for it. In a query of its table. */
export const outletName: SQL<string | null> = sql<
  string | null
>`coalesce((SELECT standing.name FROM sources standing WHERE standing.id = ${sources.standingId}), ${sources.name})`;

export const sourceSubject = (id: string): string => `source:${id}`;

async function findSource(from: Reads, name: string): Promise<Source | null> {
  const key = nameKey(name);
  return (await from.select().from(sources).where(eq(sources.nameKey, key)).get()) ?? null;
}

/** The outlets of these names by their keys, made where there are none: each is a fact of its own, with the digest of its row. */
export async function ensureSources(tx: Tx, names: readonly string[], by: Actor, now: Instant): Promise<Map<string, Source>> {
  const rows = await rowsOf(tx, sources, words`WHERE name_key IN ${among(names.map(nameKey))}`);
  const byKey = new Map(rows.map((source) => [source.nameKey, source]));
  for (const name of names) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), await addSource(tx, name, by, now));
  return byKey;
}

async function addSource(tx: Tx, name: string, by: Actor, now: Instant): Promise<Source> {
  const source: Source = { ...{ id: newId(), name, nameKey: nameKey(name), createdAt: now }, intoId: null, standingId: null, revision: 0 };
  await insertRows(tx, sources, [source]);
  const evidenceHashes = [sourceDigest(source)];
  await append(tx, { at: now, actor: by, action: 'sources.add', subject: sourceSubject(source.id), evidenceHashes });
  return source;
}

/** What the log keeps of an outlet: until a person changes it, what it was before outlets could be merged. What stands for it follows from others. */
export const sourceDigest = ({ intoId, standingId: _, revision, ...named }: Source): string =>
  digestOf(revision === 0 ? named : { ...named, intoId, revision });

/** The outlets that stand for these agencies, under whichever of their names the record has them, made where there are none. */
export async function ensureAgencies(tx: Tx, agencies: ReadonlySet<string>, by: Actor, now: Instant): Promise<Map<string, Source>> {
  if (agencies.size === 0) return new Map();
  const keys = new Map([...agencies].map((agency) => [agency, namesOfAgency(agency).map(nameKey)]));
  const rows = await rowsOf(tx, sources, words`WHERE name_key IN ${among([...keys.values()].flat())}`);
  const found = new Map<string, Source>();
  for (const [agency, own] of keys) {
    const known = own.flatMap((key) => rows.find((row) => row.nameKey === key) ?? [])[0];
    found.set(agency, known ?? (await addSource(tx, agency, by, now)));
  }
  return found;
}

/** Known outlets whose names look most like the given one, best first; those that share next to nothing are left out. */
async function nearestSources(from: Reads, name: string, most = 3): Promise<string[]> {
  const wanted = pairsOf(nameKey(name));
  const ranked = (await from.select().from(sources)).map((source) => ({
    name: source.name,
    score: overlap(wanted, pairsOf(source.nameKey)),
  }));
  return ranked
    .filter(({ score }) => score > 0.25)
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'en'))
    .slice(0, most)
    .map((source) => source.name);
}

/** `UnknownOutlet` with the nearest known names, or null where the record knows the outlet. */
export async function refuseUnknownOutlet(from: Reads, given: string): Promise<Refusal | null> {
  const name = publishedBy(given, null).outlet ?? given;
  if (await findSource(from, name)) return null;
  const nearest = await nearestSources(from, name);
  const meant = nearest.length > 0 ? `Did you mean ${nearest.map((known) => `"${known}"`).join(' or ')}? If not, tick` : 'Tick';
  return refusal(422, 'UnknownOutlet', `No article of "${name}" is stored yet.`, `${meant} "This is a new outlet" to add it.`, {
    field: 'newOutlet',
    details: { nearest },
  });
}

const pairsOf = (key: string): Set<string> => new Set(Array.from({ length: key.length + 1 }, (_, i) => ` ${key} `.slice(i, i + 2)));

function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}
