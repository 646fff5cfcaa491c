/** So many are offered at once. */
const MOST = 8;
/** What is typed of a name behind an "@", up to the caret. */
const TYPED = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}\p{N} .'’-]{0,40})$/u;
const LIST = 'mention-list';

/**
 * Offers colleagues behind an "@" in the fields that ask for it: a list below the field that arrows move through, Enter and Tab take from and
 * Esc closes, while the caret stays where it is. `say` tells who reads by ear that it is there.
 */
export function suggestMentions(say: (words: string) => void): () => void {
  const people = [...document.querySelectorAll<HTMLOptionElement>('#mentionable option')].map(({ value }) => value);
  if (people.length === 0) return () => {};
  let field: HTMLTextAreaElement | null = null;
  let at = 0;
  const list = document.createElement('div');
  Object.assign(list, { id: LIST, className: 'mention-list', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Colleagues');

  const close = () => {
    list.hidden = true;
    field?.removeAttribute('aria-activedescendant');
    field?.removeAttribute('aria-controls');
    field = null;
  };
  const move = (to: number) => {
    const options = [...list.children] as HTMLElement[];
    at = (to + options.length) % options.length;
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === at));
    field?.setAttribute('aria-activedescendant', options[at]?.id ?? '');
    options[at]?.scrollIntoView({ block: 'nearest' });
  };
  const offer = (area: HTMLTextAreaElement) => {
    const typed = typedIn(area);
    const found = typed === null ? [] : people.filter((name) => fits(name, typed)).slice(0, MOST);
    if (found.length === 0) return close();
    const isNew = list.hidden;
    field = area;
    list.replaceChildren(...found.map((name, index) => option(name, index)));
    area.after(list);
    list.hidden = false;
    area.setAttribute('aria-controls', LIST);
    area.setAttribute('aria-autocomplete', 'list');
    move(0);
    if (isNew) say(`${found.length === 1 ? 'One colleague fits' : `${found.length} colleagues fit`}: arrows choose, Enter takes.`);
  };
  const take = (name: string) => {
    const area = field;
    const typed = area && typedIn(area);
    if (!area || typed === null) return;
    const end = area.selectionStart;
    area.setRangeText(`${name} `, end - typed.length, end, 'end');
    close();
    area.focus();
    // Whoever keeps drafts hears of it as of typing.
    area.dispatchEvent(new Event('input', { bubbles: true }));
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (field === null || event.target !== field || event.isComposing) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Enter: () => take(list.children[at]?.textContent ?? ''),
      Tab: () => take(list.children[at]?.textContent ?? ''),
      Escape: close,
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // It is meant for the list, and for nobody else who listens.
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  const heard: [string, (event: Event) => void, boolean][] = [
    ['input', ({ target }) => target instanceof HTMLTextAreaElement && target.dataset.mentions !== undefined && offer(target), false],
    ['keydown', (event) => onKey(event as KeyboardEvent), true],
    ['focusout', ({ target }) => target === field && close(), false],
    // Before the field loses the focus.
    [
      'pointerdown',
      (event) => {
        const chosen = (event.target as Element).closest<HTMLElement>(`#${LIST} [role=option]`);
        if (!chosen) return;
        event.preventDefault();
        take(chosen.textContent ?? '');
      },
      true,
    ],
  ];
  for (const [name, listener, early] of heard) document.addEventListener(name, listener, early);
  return () => {
    for (const [name, listener, early] of heard) document.removeEventListener(name, listener, early);
    list.remove();
  };
}

function typedIn(area: HTMLTextAreaElement): string | null {
  if (area.selectionStart !== area.selectionEnd) return null;
  return TYPED.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;
}

/** A name is found by the beginning of any of its words; one that is there as a whole is offered no more. */
function fits(name: string, typed: string): boolean {
  const [all, sought] = [name.toLowerCase(), typed.toLowerCase()];
  return !sought.startsWith(all) && (all.startsWith(sought) || all.split(' ').some((word) => sought !== '' && word.startsWith(sought)));
}

function option(name: string, at: number): HTMLElement {
  const made = document.createElement('div');
  made.id = `${LIST}-${at}`;
  made.setAttribute('role', 'option');
  made.textContent = name;
  return made;
}
