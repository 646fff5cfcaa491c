import type { QueueLine } from '@/db/desk';
import type { Person } from '@/db/people';
import { dayWords, instantWords } from '@/lib/publication';

/** What colleagues said of an item besides with whom it is: its mark, what it waits for, until when it is put aside. */
export function HeldFacts({ line: { flag, asked, lookBy, snoozed }, actor }: { line: QueueLine; actor: Person }) {
  return (
    <>
      {flag && <span className="held">⚑ {flag}</span>}
      {asked && (
        <span className="held">
          waits for an answer of <bdi>{asked.of}</bdi>
          {asked.on && `, asked on ${dayWords(asked.on)}`}
        </span>
      )}
      {lookBy && <span className="held">{lookBy.id === actor.id ? 'you ask' : `${lookBy.name} asks`} for a second look</span>}
      {snoozed && (
        <span className="held">
          put aside until {instantWords(snoozed.until)}
          {snoozed.reason && (
            <>
              : “<bdi>{snoozed.reason}</bdi>”
            </>
          )}
        </span>
      )}
    </>
  );
}
