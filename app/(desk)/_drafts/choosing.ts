import { differing, labelOf, shownValue } from './fields';
import type { Typed } from './kept';

interface Other {
  savedAt: string;
  fields: Typed;
}

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, words = '', className = ''): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.textContent = words;
  if (className) made.className = className;
  return made;
};

/**
 * Puts both texts side by side under the form, field by field, with a button for each. @param chosen is told whether this window's own
 * text was chosen; nothing of the other is lost before that.
 */
export function choosing(form: HTMLFormElement, place: HTMLElement, own: Typed, other: Other, chosen: (mine: boolean) => void): void {
  place.querySelector('.two-drafts')?.remove();
  const box = element('section', '', 'two-drafts');
  box.setAttribute('aria-label', 'Two drafts of this form');
  box.append(element('h3', 'Two windows of yours hold different texts of this form'));
  const list = element('dl');
  for (const name of differing(form, own, other.fields)) {
    list.append(
      element('dt', labelOf(form, name)),
      side('In this window', shownValue(form, name, own[name])),
      side('Kept by the other', shownValue(form, name, other.fields[name])),
    );
  }
  const keep = button('Go on with the text of this window', () => decide(true));
  const take = button('Take the text of the other', () => decide(false));
  const decide = (mine: boolean) => {
    box.remove();
    chosen(mine);
    form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus();
  };
  box.append(list, keep, ' ', take);
  place.append(box);
}

function side(title: string, words: string): HTMLElement {
  const shown = element('dd');
  shown.append(element('span', `${title}: `, 'quiet'), element('bdi', words === '' ? 'nothing' : words));
  return shown;
}

function button(words: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', words, 'button slim');
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}
