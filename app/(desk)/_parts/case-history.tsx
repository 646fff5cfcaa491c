import { At } from '@/app/_ui/words';
import type { CaseSheet, Step } from '@/db/desk';
import { unreachable } from '@/lib/base';

/** Everything that happened to the case, newest first, each with its entry in the log. */
export function CaseHistory({ sheet }: { sheet: CaseSheet }) {
  return (
    <section aria-labelledby="history" className="case-history">
      <h2 id="history">History</h2>
      <ol className="history">
        {[...sheet.history].reverse().map((step) => (
          <li key={step.seq}>
            <span className="when">
              <At instant={step.event.at} /> · log entry {step.seq}
            </span>
            {sentenceOf(step)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function sentenceOf({ event, by, notice }: Step): string {
  const who = by ?? 'The engine';
  switch (event.type) {
    case 'opened':
      return 'The engine found the conflict and opened the case.';
    case 'changed':
      return 'The engine changed its positions: claims came or went.';
    case 'taken':
      return `${who} took it.`;
    case 'released':
      return `${who} put it back.`;
    case 'ruled':
      return `${who} ruled on it.`;
    case 'returned':
      return `${who} returned the ruling: “${event.reason}”`;
    case 'published':
      return notice
        ? `${who} confirmed the ruling and published a correction: “${notice}”`
        : `${who} confirmed the ruling and published it.`;
    case 'reopened':
      return `${who} opened it again: “${event.reason}”`;
    case 'dismissed':
      return `${who} dismissed it: “${event.reason}”`;
    default:
      return unreachable(event);
  }
}
