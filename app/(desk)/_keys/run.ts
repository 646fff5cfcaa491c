import { COMMANDS, type Command } from '@/lib/keys';
import { currentItem, extendTo, focusItem, moveItem } from './items';
import { isWriting } from './keyboard';
import { controlOf, press, sendingButton } from './press';
import { giveVerdict, toggleAccepted } from './verdicts';

/** What the frame lends to commands. */
export interface Stage {
  show(dialog: 'sheet' | 'palette'): void;
  /** Says something to who reads by ear, without moving anything. */
  say(words: string): void;
}

/** What the frame itself does; all other commands press what bears their mark. */
const DOES: Record<string, (stage: Stage) => void> = {
  help: ({ show }) => show('sheet'),
  palette: ({ show }) => show('palette'),
  back: goBack,
  'copy-link': copyLink,
  'item-next': () => moveItem(1),
  'item-previous': () => moveItem(-1),
  'extend-next': () => extendTo(1),
  'extend-previous': () => extendTo(-1),
  'position-next': () => moveItem(1),
  'position-previous': () => moveItem(-1),
  open: () => currentItem()?.querySelector<HTMLElement>('[data-item-link]')?.click(),
  'case-accept': ({ say }) => say(toggleAccepted() ?? ''),
};

/** Where rows are ticked, these are meant for all of them, never for the one that happens to have the focus. */
const BATCHED = ['assign', 'snooze', 'flag'];

const batchButton = (act: string): HTMLElement | null => document.querySelector(`button[data-batch="${act}"]`);

/** Carries out a command. Where nothing on the page bears its mark, that is said and nothing happens. */
export function run(id: string, stage: Stage): void {
  const command = (COMMANDS as readonly Command[]).find((one) => one.id === id);
  if (!command) return;
  const ticked = BATCHED.includes(id) && document.querySelector('[data-item] input[data-command="select"]:checked') !== null;
  const control = ticked ? batchButton(id) : id === 'send' || id === 'case-save' ? sendingButton(id) : controlOf(id);
  if (command.go) location.assign(command.go);
  else if (id.startsWith('verdict-')) stage.say(giveVerdict(id) ?? `${command.words}: not on this page now.`);
  else if (DOES[id]) DOES[id](stage);
  else if (control) press(control);
  else stage.say(`${command.words}: not ${ticked ? 'for the ticked rows' : 'on this page now'}.`);
}

/** Whether a command can do something on this page as it stands. */
export const canRun = ({ id, go, frame }: Command): boolean =>
  Boolean(go || (frame && !/^(verdict-|case-accept)/.test(id))) ||
  document.querySelector(`[data-command="${id}"]:not([data-frame])`) !== null;

/** Out of a field first; else to the list that the page belongs to. */
function goBack(): void {
  const focused = document.activeElement as HTMLElement | null;
  if (focused && isWriting(focused)) {
    const item = currentItem();
    focused.blur();
    if (item) focusItem(item);
    return;
  }
  document.querySelector<HTMLElement>('[data-back]')?.click();
}

/** The address without what only this visit is about. Where a page has a public one of its own, that. */
async function copyLink({ say }: Stage): Promise<void> {
  const shared = document.querySelector<HTMLAnchorElement>('a[data-permalink]')?.href;
  const own = new URL(location.href);
  for (const name of ['done', 'draft']) own.searchParams.delete(name);
  const address = shared ?? own.href;
  try {
    await navigator.clipboard.writeText(address);
    say(`Copied: ${address}`);
  } catch {
    say(`The browser does not let the address be copied: ${address}`);
  }
}
