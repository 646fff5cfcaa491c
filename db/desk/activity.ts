import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Refusal } from '@/lib/base';
import type { Actor } from '../actor';
import { type Act, itemOf, takesBack, undoingOf } from '../acts';
import { isNoteSubject } from '../note-record';
import type { Reads } from '../open';
import { undoRefusal } from '../operations';
import { acts } from '../schema';
import { titlesOf } from '../titles';
import { namesOf } from './names';
import { notePlaces } from './notes';
import { nameless, SOME_REVIEWER } from './seen-by';

/** One act of a person, and whether it can be taken back by whoever looks at it. */
export interface ActLine {
  act: Act;
  who: string;
  /** What it was about, as people call it, of a note the question of its case; null for what has no name, and for a note that is hidden. */
  title: string | null;
  /** Names of the people that it changed from and to, by id. */
  names: ReadonlyMap<string, string>;
  /** The act that took it back. */
  undone: { seq: number; who: string; at: string } | null;
  refusal: Refusal | null;
  /** It took another act back: to take it back does that one again. */
  again: boolean;
  /** What was done under it. */
  parts: number;
}

export const ACTS_A_PAGE = 50;

/** A page of what one person did, or of what everybody did, the latest first; parts of an act stand under it. `before`: the number to go on from. */
export async function readActs(from: Reads, who: string | null, before: number | null, reader: Actor): Promise<ActLine[]> {
  const rows = await from
    .select()
    .from(acts)
    .where(and(who === null ? undefined : eq(acts.by, who), before === null ? undefined : lt(acts.seq, before), isNull(acts.under)))
    .orderBy(desc(acts.seq))
    .limit(ACTS_A_PAGE);
  const undoings = new Map<number, Act>();
  const refusals = new Map<number, Refusal | null>();
  const again = new Set<number>();
  for (const act of rows) {
    const undoing = await undoingOf(from, act);
    if (undoing) undoings.set(act.seq, undoing);
    refusals.set(act.seq, await undoRefusal(from, act, reader));
    if (await takesBack(from, act)) again.add(act.seq);
  }
  const parts = await partsByAct(from, rows);
  const looking = reader.kind === 'person' ? reader.id : '';
  const titles = await titlesOf(
    from,
    rows.map(({ subject }) => subject),
  );
  const noted = await notePlaces(from, rows.filter(({ subject }) => isNoteSubject(subject)).map(itemOf), looking);
  const named = rows.flatMap(({ by, before: was, after }) => [
    by,
    was?.assignedTo,
    after?.assignedTo,
    was?.takenBy,
    after?.takenBy,
    was?.lookBy,
    after?.lookBy,
  ]);
  const names = await namesOf(
    from,
    [...named, ...[...undoings.values()].map(({ by }) => by)].filter((id) => typeof id === 'string'),
  );
  const name = (id: string): string => names.get(id) ?? 'somebody';
  const isNameless = await nameless(from, rows, looking);
  return rows.map((act) => {
    const undoing = undoings.get(act.seq);
    const hidden = isNameless(act);
    return {
      ...{
        act: hidden ? withoutHolder(act) : act,
        names,
        who: hidden ? SOME_REVIEWER : name(act.by),
        title: titles.get(act.subject) ?? noted.get(itemOf(act))?.title ?? null,
        parts: parts.get(act.seq) ?? 0,
        refusal: refusals.get(act.seq) ?? null,
        again: again.has(act.seq),
      },
      undone: undoing ? { seq: undoing.seq, who: name(undoing.by), at: undoing.at } : null,
    };
  });
}

/** With whom the case was before an opinion tells whose it is. */
function withoutHolder(act: Act): Act {
  const nobody = (change: Act['before']) => change && { ...change, takenBy: null };
  return { ...act, before: nobody(act.before), after: nobody(act.after) };
}

async function partsByAct(from: Reads, rows: readonly Act[]): Promise<Map<number, number>> {
  const seqs = rows.map(({ seq }) => seq);
  const found = seqs.length === 0 ? [] : await from.select({ under: acts.under }).from(acts).where(inArray(acts.under, seqs));
  const counts = new Map<number, number>();
  for (const { under } of found) if (under !== null) counts.set(under, (counts.get(under) ?? 0) + 1);
  return counts;
}
