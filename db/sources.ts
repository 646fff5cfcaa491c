import { eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, type Refusal, refusal } from '@/lib/base';
import type { Actor } from './actor';
import { append } from './audit';
import { newId } from './ids';
import type { Reads, Tx } from './open';
import { insertRows, rowsOf } from './rows';
import { sources } from './schema';
import { among, words } from './statement';

export type Source = typeof sources.$inferSelect;

export const sourceSubject = (id: string): string => `source:${id}`;

/** Spellings of one outlet share a key: letter case, blanks, accents and a leading "The" do not tell outlets apart. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the (?=.)/, '');

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
  const source: Source = { id: newId(), name, nameKey: nameKey(name), createdAt: now };
  await insertRows(tx, sources, [source]);
  await append(tx, { at: now, actor: by, action: 'sources.add', subject: sourceSubject(source.id), evidenceHashes: [digestOf(source)] });
  return source;
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
export async function refuseUnknownOutlet(from: Reads, name: string): Promise<Refusal | null> {
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
