import { placeOf } from '@/app/_shell/queue-query';
import type { EffectLine } from '@/db/desk';
import type { BatchAct } from '@/db/queue/batch';
import { countWords } from '@/lib/publication';

/** Row by row: what would change, and what would not and why. */
export function BatchEffects({ act, effects }: { act: BatchAct; effects: EffectLine[] }) {
  if (effects.length === 0) return null;
  return (
    <div className="table-wrap">
      <table className="stack">
        <caption className="visually-hidden">What would come of it</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">As it stands</th>
            <th scope="col">What would come of it</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect.id}>
              <th scope="row">{effect.kind ? <a href={placeOf({ kind: effect.kind, id: effect.id })}>{effect.title}</a> : effect.title}</th>
              <td data-label="As it stands">{standing(effect)}</td>
              <td data-label="What would come of it">
                {effect.refusal ? <span className="stays">Stays as it is: {effect.refusal.cause}</span> : CHANGES[act](effect)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const standing = ({ holder, now: { flag, snoozedUntil, waiting } }: EffectLine): string =>
  [
    holder ? `with ${holder}` : 'with nobody',
    flag ? `marked “${flag}”` : null,
    snoozedUntil ? 'put aside' : null,
    waiting ? countWords(waiting, 'reading waits', 'readings wait') : null,
  ]
    .filter(Boolean)
    .join(', ');

const CHANGES: Record<BatchAct, (effect: EffectLine) => string> = {
  assign: () => 'Given to whom you choose',
  snooze: () => 'Put aside until the day you choose',
  flag: () => 'Marked with the word you write',
  dismiss: () => 'Dismissed, with your reason',
  accept: ({ now: { waiting } }) => `${countWords(waiting ?? 0, 'reading')} accepted`,
};
