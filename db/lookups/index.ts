import type { z } from 'zod';
import { type Instant, ok, type Refusal, type Result } from '@/lib/base';
import type { Site } from '@/lib/publication';
import type { Database, Reads } from '../open';
import { cursorOf, openCursor } from '../published';
import { changeLookups } from './changes';
import { checkLookups } from './check';
import { claimLookups } from './claims';
import type { Looked, Lookup, Part } from './lookup';
import { measureLookups } from './measures';
import { namedLookups } from './named';
import { searchLookups } from './search';

export { changeData } from './changes';
export type { Looked, Lookup } from './lookup';

/** Everything that anybody may ask of what is public. */
export const LOOKUPS: readonly Lookup[] = [
  ...measureLookups,
  ...claimLookups,
  ...namedLookups,
  ...searchLookups,
  ...checkLookups,
  ...changeLookups,
] as Lookup[];

/** What is asked: the record by its id, to which cursors belong, the address of the site and the clock. */
export interface Asking {
  record: string;
  site: Site;
  now: Instant;
}

/** The lookup at a GET path under /api/v1 ("measures/k3v9m2qd4x/claims"), with the names its template found there. */
export function lookupAt(path: string): { lookup: Lookup; names: Record<string, string> } | null {
  const parts = path.split('/');
  for (const lookup of LOOKUPS) {
    const template = lookup.path.split('/');
    if (template.length !== parts.length) continue;
    const name = template.indexOf('{id}');
    if (template.every((part, at) => at === name || part === parts[at]))
      return { lookup, names: name < 0 ? {} : { id: parts[name] as string } };
  }
  return null;
}

/** What was asked, read: the names of the path and of the query, and the id in the place of a cursor. 404 for an id that is none, else 422. */
export function askedOf(lookup: Lookup, raw: Record<string, unknown>, record: string): Result<unknown> {
  const parsed = lookup.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refusalOf(lookup, parsed.error) };
  const input = parsed.data as Record<string, string | undefined>;
  const cursor = lookup.paged ? input[lookup.paged] : undefined;
  if (!lookup.paged || cursor === undefined) return ok(input);
  const id = openCursor(record, listOf(lookup, input), cursor, lookup.paged);
  return id.ok ? ok({ ...input, [lookup.paged]: id.value }) : id;
}

/** Answers what `askedOf` read. */
export async function answerOf(lookup: Lookup, input: unknown, read: Reads, { record, site, now }: Asking): Promise<Result<Looked>> {
  const looked = await lookup.run({ read, site, now }, input);
  if (!looked.ok || 'moved' in looked.value || !lookup.paged) return looked;
  const { next, ...part } = looked.value.found as Part<unknown>;
  const list = listOf(lookup, input as Record<string, string>);
  return ok({ found: { ...part, next: next === null ? null : cursorOf(record, list, next) } });
}

/** Asks and answers at one moment of the record: for whoever keeps no answers. */
export async function look(
  db: Database,
  lookup: Lookup,
  raw: Record<string, unknown>,
  told: Omit<Asking, 'record'>,
): Promise<Result<Looked>> {
  const asked = askedOf(lookup, raw, db.id);
  return asked.ok ? db.snapshot((read) => answerOf(lookup, asked.value, read, { ...told, record: db.id })) : asked;
}

/** The claims of one measure are a list of their own, and so is each list as it is narrowed and of another moment. */
const listOf = ({ id, paged }: Lookup, input: Record<string, string | undefined>): string =>
  [id, ...Object.entries(input).flatMap(([name, value]) => (name === paged || value === undefined ? [] : [`${name}=${value}`]))].join(' ');

function refusalOf(lookup: Lookup, error: z.ZodError): Refusal {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const known = Object.keys((lookup.input as z.ZodObject).shape).filter((name) => name !== 'id');
  const list = known.length === 0 ? 'It takes none.' : `It takes ${known.map((name) => `"${name}"`).join(', ')}.`;
  if (issue.code === 'unrecognized_keys') {
    const field = issue.keys[0] as string;
    const next =
      /^(page|offset|cursor)$/.test(field) && lookup.paged ? `Lists go on by the "next" of each answer, sent as "${lookup.paged}".` : list;
    return {
      status: 422,
      code: 'UnknownField',
      cause: `"${field.slice(0, 60)}" is no parameter of this address.`,
      next,
      field: field.slice(0, 60),
    };
  }
  const field = String(issue.path[0]);
  if (field === 'id') return { status: 404, code: 'NotFound', cause: 'This is no id of ours.', next: 'Take ids from the lists.' };
  return { status: 422, code: 'InvalidField', cause: `"${field}" is missing or cannot be read as it was sent.`, next: list, field };
}
