import type { ReviewMode } from '@/lib/adjudication';
import { Tick } from './forms';

/** How cases are decided, as three choices; `otherwise` says what the third comes to. */
export function ReviewChoice({ set, otherwise }: { set: ReviewMode | null; otherwise: string }) {
  return (
    <fieldset>
      <legend className="visually-hidden">Who decides</legend>
      <Tick type="radio" name="review" value="blind" checked={set === 'blind'}>
        Two people, neither seeing the other’s opinion; a third where they differ
      </Tick>
      <Tick type="radio" name="review" value="single" checked={set === 'single'}>
        One person
      </Tick>
      <Tick type="radio" name="review" value="default" checked={set === null}>
        {otherwise}
      </Tick>
      <p className="hint">A case on which somebody gave an opinion stays as it began, until it is settled.</p>
    </fieldset>
  );
}
