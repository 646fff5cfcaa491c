import { ask, type Somebody } from './ask';
import { clockWords } from './clock';

/** Asked so often who else is there; what was done here since goes along. */
const EVERY = 20_000;
/** And not before so long after the last time, however much is done. */
const AGAIN = 3_000;
/** Names this window, so that a person may be at one thing in two. */
const WINDOW = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;

interface Shown {
  name: string | null;
  /** By the clock of this page. */
  ends: number;
}

/**
 * Holds the soft lock of the item that the page is about as long as somebody works here, and shows who else does. It blocks nothing: where the
 * server does not answer, the line stays as it was. `say` tells who reads by ear that somebody came.
 */
export function beHere(say: (words: string) => void): () => void {
  const line = document.querySelector<HTMLElement>('[data-presence]');
  const item = line?.dataset.presence;
  if (!line || !item || line.dataset.works === undefined) return () => {};
  let done = true;
  let tried = Number.NEGATIVE_INFINITY;
  let shown: Shown[] = [];
  let known = new Set([...line.querySelectorAll('bdi')].map(({ textContent }) => textContent ?? ''));
  const beat = async () => {
    if (document.visibilityState === 'hidden') return;
    const presence = done ? 'works' : 'looks';
    done = false;
    tried = performance.now();
    const answer = await ask(item, { window: WINDOW, presence });
    if (answer === null) {
      // Nothing was taken: what was done counts for the next time.
      done = done || presence === 'works';
      return;
    }
    const now = performance.now();
    const came = answer.others.filter(({ name }) => !known.has(name));
    known = new Set(answer.others.map(({ name }) => name));
    shown = [
      ...answer.others.map(({ name, left }: Somebody): Shown => ({ name, ends: now + left })),
      ...(answer.left > 0 ? [{ name: null, ends: now + answer.left }] : []),
    ];
    show();
    if (came.length > 0) say(`${came.map(({ name }) => name).join(' and ')} ${came.length > 1 ? 'are' : 'is'} looking at this, too.`);
  };
  const show = () => {
    const now = performance.now();
    shown = shown.filter(({ ends }) => ends > now);
    line.replaceChildren(...shown.map(({ name, ends }) => part(name, ends - now)));
  };
  const act = () => {
    done = true;
    // Whose lock ran out has it again with the first stroke.
    if (!shown.some(({ name }) => name === null) && performance.now() - tried > AGAIN) void beat();
  };
  const back = () => {
    done = true;
    void beat();
  };
  const leave = () => void ask(item, { window: WINDOW, presence: 'leaves' }, true);
  const heard: [EventTarget, string, (event: Event) => void][] = [
    ...['input', 'keydown', 'pointerdown', 'wheel'].map((name): [EventTarget, string, () => void] => [document, name, act]),
    [document, 'visibilitychange', () => document.visibilityState === 'visible' && back()],
    [window, 'pagehide', leave],
    [window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && back()],
  ];
  for (const [target, name, listener] of heard) target.addEventListener(name, listener, { passive: true });
  const timers = [setInterval(() => void beat(), EVERY), setInterval(show, 1000)];
  void beat();
  return () => {
    for (const timer of timers) clearInterval(timer);
    for (const [target, name, listener] of heard) target.removeEventListener(name, listener);
  };
}

/** "Ana is looking at this · lock 4:32"; one's own is "yours". */
function part(name: string | null, left: number): HTMLElement {
  const made = document.createElement('span');
  made.className = name === null ? 'own' : 'other';
  if (name !== null) {
    const who = document.createElement('bdi');
    who.textContent = name;
    made.append(who, ' is looking at this · ');
  }
  made.append(`${name === null ? 'your ' : ''}lock ${clockWords(left)}`);
  return made;
}
