import { Around } from '@/app/_ui/around';
import { At } from '@/app/_ui/words';
import type { CaseSheet, Step } from '@/db/desk';
import { unreachable } from '@/lib/base';

/** So many are read at once; the rest opens below. */
const AT_ONCE = 4;

/** Everything that happened to the case, newest first, each with its entry in the log. */
export function CaseHistory({ sheet }: { sheet: CaseSheet }) {
  const steps = inRuns([...sheet.history].reverse());
  // One alone is not worth a fold.
  const cut = steps.length > AT_ONCE + 1 ? AT_ONCE : steps.length;
  const earlier = steps.slice(cut);
  return (
    <section aria-labelledby="history" className="case-history">
      <h2 id="history">History</h2>
      <Steps steps={steps.slice(0, cut)} />
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length} earlier</summary>
          <Steps steps={earlier} />
        </details>
      )}
    </section>
  );
}

/** The last of some steps that say the same one after another. */
interface Run {
  last: Step;
  times: number;
}

/** What the engine changed again and again, while nobody did anything, is told once. */
function inRuns(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const after = runs.at(-1);
    if (step.event.type === 'changed' && after?.last.event.type === 'changed') after.times += 1;
    else runs.push({ last: step, times: 1 });
  }
  return runs;
}

const Steps = ({ steps }: { steps: Run[] }) => (
  <ol className="history">
    {steps.map(({ last, times }) => (
      <li key={last.seq}>
        <span className="when">
          <At instant={last.event.at} /> · log entry {last.seq}
          {times > 1 && ` · the last of ${times} in a row`}
        </span>
        <Around sentence={sentenceOf(last)} words={wordsOf(last)} />
      </li>
    ))}
  </ol>
);

/** What somebody wrote at a step. */
const wordsOf = ({ event, notice }: Step): string | null => ('reason' in event ? event.reason : notice);

function sentenceOf({ event, by, notice }: Step): string {
  const who = by ?? 'The engine';
  switch (event.type) {
    case 'opened':
      return 'The engine found the conflict and opened the case.';
    case 'changed':
      return event.saysOtherwise
        ? 'The engine changed its positions: what they say is another thing now.'
        : 'The engine changed its positions: claims came or went.';
    case 'taken':
      return `${who} took it.`;
    case 'released':
      return `${who} put it back.`;
    case 'submitted':
      return `${who} gave an opinion, unseen by others.`;
    case 'ruled':
      if (event.agreesWith)
        return `${who} gave the same opinion as another reviewer, unseen by each other: that is the ruling.${event.audit?.drawn ? ' It was drawn for an audit.' : ''}`;
      return event.settles ? `${who} decided between two opinions that differ.` : `${who} ruled on it.`;
    case 'audited':
      return `${who} looked at both opinions and let the ruling stand.`;
    case 'returned':
      return event.reason === '' ? `${who} returned the ruling.` : `${who} returned the ruling: “${event.reason}”`;
    case 'published':
      return notice
        ? `${who} confirmed the ruling and published it, with this notice: “${notice}”`
        : `${who} confirmed the ruling and published it.`;
    case 'reopened':
      return `${who} opened it again: “${event.reason}”`;
    case 'dismissed':
      return `${who} dismissed it: “${event.reason}”`;
    case 'withdrawn':
      return `${who} withdrew what was published: “${event.reason}”`;
    default:
      return unreachable(event);
  }
}
