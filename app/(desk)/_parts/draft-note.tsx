import type { FormState } from '@/app/_shell/desk-page';
import { isTyped } from '@/db/drafts';
import { instantWords } from '@/lib/publication';

/** A draft that was never sent, or was kept while its writer was away. */
export function DraftNote({ state }: { state: Pick<FormState, 'draft' | 'refused'> }) {
  if (state.draft === null || state.refused !== null || !isTyped(state.draft.fields)) return null;
  return (
    <p className="draft-note" role="status">
      Filled in from your draft of {instantWords(state.draft.savedAt)}. Only you can see it until you send it.
    </p>
  );
}
