import type { CaseState } from '@/lib/adjudication';
import { STATE_WORDS } from './words';

export function StateChip({ state }: { state: CaseState }) {
  const { glyph, word, status } = STATE_WORDS[state];
  return (
    <span className="status" data-status={status}>
      <span aria-hidden="true">{glyph} </span>
      {word}
    </span>
  );
}
