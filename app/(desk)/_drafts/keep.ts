import { type Around, FormDraft } from './form-draft';
import { beHere } from './kept';

/**
 * Keeps the drafts of all forms of the page that have one, until it is stopped. Forms say by `data-draft` which draft is theirs and by
 * `data-draft-version` upon which text they were opened.
 */
export function keepDrafts(person: string, around: Around): () => void {
  beHere();
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')];
  const drafts = new Map(forms.map((form) => [form, new FormDraft(form, person, around)]));
  const ofField = (event: Event) => drafts.get((event.target as HTMLInputElement).form as HTMLFormElement);
  const all = (act: (draft: FormDraft) => void) => () => drafts.forEach(act);
  const heard: [EventTarget, string, (event: Event) => void][] = [
    [document, 'input', (event) => ofField(event)?.touch(event.timeStamp)],
    [document, 'change', (event) => ofField(event)?.touch(event.timeStamp)],
    // Whatever the form itself does with it: one that is kept as a draft by its own button needs no second one.
    [document, 'submit', (event) => sendWhole(event as SubmitEvent, drafts.get(event.target as HTMLFormElement))],
    [window, 'pagehide', all((draft) => draft.part())],
    [window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && all((draft) => draft.back())()],
    [window, 'online', all((draft) => void draft.save())],
  ];
  for (const [target, name, listener] of heard) target.addEventListener(name, listener);
  return () => {
    for (const [target, name, listener] of heard) target.removeEventListener(name, listener);
  };
}

/** Holds a form back as long as its draft is on its way, and sends it then, by the same button. */
function sendWhole(event: SubmitEvent, draft: FormDraft | undefined): void {
  const waits = draft?.sent();
  if (!waits) return;
  event.preventDefault();
  const [form, { submitter }] = [event.target as HTMLFormElement, event];
  void waits.then(() => form.requestSubmit(submitter));
}
