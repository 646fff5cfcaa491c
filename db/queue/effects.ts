import { decide } from '@/lib/adjudication';
import type { Instant, Refusal, Result } from '@/lib/base';
import { extractorsOf } from '../barred';
import { loadCase } from '../case-record';
import type { Reads } from '../open';
import type { Person } from '../sessions';
import { snoozed } from './acts';
import type { BatchAct } from './batch';
import { type Item, loadItem } from './items';
import { standingFor } from './standing';

/** What an act would do to one item: why it is refused, or null where it would be done. */
export interface Effect {
  id: string;
  kind: Item['kind'] | null;
  refusal: Refusal | null;
  /** How it stands, to be sent along with the act; null where there is nothing of this name. */
  seen: string | null;
  /** As it stands. */
  now: Partial<Pick<Item, 'snoozedUntil' | 'flag' | 'waiting'>>;
}

/** What an act would do to each of some items, before it is said to whom, until when or why. Writes nothing, and asks what the act itself will ask. */
export async function effectsOf(from: Reads, act: BatchAct, ids: readonly string[], by: Person, now: Instant): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const id of ids) {
    const found = await loadItem(from, id);
    if (!found.ok) effects.push({ id, kind: null, refusal: found.refusal, seen: null, now: {} });
    else {
      const { kind, waiting, snoozedUntil, flag } = found.value;
      const refusal = await refusalOf(from, act, found.value, by, now);
      effects.push({ id, kind, refusal, seen: await standingFor(from, act, found.value), now: { snoozedUntil, flag, waiting } });
    }
  }
  return effects;
}

/** Stand for what is not said yet: what is asked here is whether the act is open at all. */
const SOME_WORDS = 'as it will be written';
const tomorrow = (now: Instant): Instant => new Date(Date.parse(now) + 86_400_000).toISOString();

async function refusalOf(from: Reads, act: BatchAct, item: Item, by: Person, now: Instant): Promise<Refusal | null> {
  switch (act) {
    case 'assign':
    case 'flag':
      return null;
    case 'snooze':
      return refusalIn(snoozed(item, { until: tomorrow(now), reason: '' }, now));
    case 'accept':
      if (item.kind !== 'article') return unfit('Only readings of articles are accepted.');
      return item.waiting === 0 ? unfit('No reading of it waits.') : null;
    case 'dismiss': {
      const found = await loadCase(from, item.id);
      if (!found) return unfit('Only cases are dismissed.');
      const { revision } = found.view;
      const known = { by: by.id, byRole: by.role, extractors: await extractorsOf(from, found) };
      return refusalIn(decide(found.view, { type: 'dismiss', ...known, at: now, revision, reason: SOME_WORDS }));
    }
  }
}

const refusalIn = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal);
const unfit = (cause: string): Refusal => ({ status: 409, code: 'IllegalTransition', cause, next: 'Leave it out.' });
