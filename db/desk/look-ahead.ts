import type { Instant } from '@/lib/base';
import type { Reads } from '../open';
import { type BatchAct, MOST_AT_ONCE } from '../queue/batch';
import { type Effect, effectsOf } from '../queue/effects';
import type { Person } from '../sessions';
import { linesOf, lineTitle } from './queue-lines';

/** What an act would do to one row, with what the row is called. */
export interface EffectLine extends Effect {
  title: string;
  holder: string | null;
}

/** What an act would do to rows that were ticked, before it is said to whom, until when or why. Writes nothing. */
export async function lookAhead(
  from: Reads,
  { act, items }: { act: BatchAct; items: readonly string[] },
  by: Person,
  now: Instant,
): Promise<EffectLine[]> {
  const ids = [...new Set(items)].slice(0, MOST_AT_ONCE);
  const effects = await effectsOf(from, act, ids, by, now);
  const lines = new Map(
    (
      await linesOf(
        from,
        ids.map((id) => ({ id })),
        by.id,
      )
    ).map((line) => [line.id, line]),
  );
  return effects.map((effect) => {
    const line = lines.get(effect.id);
    return { ...effect, title: line ? lineTitle(line) : effect.id, holder: line?.assignedTo?.name ?? null };
  });
}
