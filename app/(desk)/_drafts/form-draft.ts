import { choosing } from './choosing';
import { differing, fieldsOf, fillIn } from './fields';
import { forgetHere, keepHere, leftHere, type Typed } from './kept';
import { type Answer, PARTING_LIMIT, send } from './send';

/** Saved so long after the last keystroke: well within the second that is promised. */
const PAUSE = 600;
/** And so often where somebody types without a pause. */
const LONGEST = 4000;
/** A form that is sent waits so long for the draft that is on its way. */
const LONGEST_WAIT = 3000;
/** Asked again so long after a try that came to nothing. */
const AGAIN = 5000;

/** What another window kept. */
type Other = Omit<Extract<Answer, { kind: 'moved' }>, 'kind'>;

export interface Around {
  /** Says what went wrong to who reads by ear; what goes well is quiet. */
  say(words: string): void;
  /** The session has ended: shows the way back in, and calls back once somebody is signed in. */
  signedOut(again: () => void): void;
}

/** Keeps the draft of one form: in the record within a second, and in this browser as long as that does not succeed. */
export class FormDraft {
  private saved: string;
  private version: string;
  /** Texts of this window that may be what is kept: the one it was opened with or saved last, and those sent of which no answer came. */
  private known: Typed[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;
  private sending: AbortController | null = null;
  private saving: Promise<unknown> | null = null;
  /** Sent as a whole, or waiting for a choice between two texts: nothing is kept over it. */
  private still = false;
  /** More was typed while a draft is on its way. */
  private more = false;
  /** Waits for a draft that is on its way, to be sent as a whole then. */
  private held = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly person: string,
    private readonly around: Around,
  ) {
    this.version = form.dataset.draftVersion ?? '';
    const fields = fieldsOf(form);
    this.saved = JSON.stringify(fields);
    this.known = [fields];
    void this.takeUp();
  }

  private get name(): string {
    return this.form.dataset.draft!;
  }

  /** What this browser kept because it could not be sent goes back into its form, and on to the record. */
  private async takeUp(): Promise<void> {
    const kept = await leftHere(this.person, this.name);
    if (!kept) return;
    this.known.push(kept.fields);
    const before = fieldsOf(this.form);
    if (differing(this.form, kept.fields, before).length === 0) {
      forgetHere(this.person, this.name);
      return;
    }
    // Somebody was quick, and typed already: both are offered.
    if (JSON.stringify(before) !== this.saved) {
      this.choose({ version: this.version, savedAt: '', fields: kept.fields });
      return;
    }
    fillIn(this.form, kept.fields);
    if (kept.seen === this.version) void this.save();
    // Another text reached the record meanwhile: this one was typed upon an older.
    else if (this.version === '') void this.save();
    else this.choose({ version: this.version, savedAt: '', fields: before });
  }

  /** Something was typed. */
  touch(now: number): void {
    if (this.still) return;
    if (this.timer === undefined) this.since = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), Math.max(0, Math.min(PAUSE, this.since + LONGEST - now)));
  }

  /**
   * The form is to be sent as a whole: a draft that came after it would bring back what was taken. One that is on its way is waited for, for a
   * while, so that the form can say which draft it was typed upon: then the promise is given, and the form is sent once it is kept.
   */
  sent(): Promise<unknown> | null {
    this.still = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    // Asked for twice in a hurry, it is sent once.
    if (this.held) return new Promise(() => {});
    const { sending } = this;
    if (sending === null) return null;
    this.held = true;
    const enough = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
    return Promise.race([this.saving, enough]).then(() => {
      sending.abort();
      this.sending = null;
      this.held = false;
    });
  }

  /** The page is shown again after it was left. */
  back(): void {
    this.still = false;
  }

  /** The page is being left: what was typed last is sent along, or waits here where it is too much for that. */
  part(): void {
    if (this.still) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const fields = fieldsOf(this.form);
    const words = JSON.stringify(fields);
    if (words === this.saved) return;
    // Kept here as well: nobody learns whether a request of a page that is gone arrived. What is found to be the same is forgotten.
    keepHere(this.person, this.name, { fields, seen: this.version });
    this.known.push(fields);
    if (words.length * 3 < PARTING_LIMIT) void send({ form: this.name, fields, version: this.version }, undefined, true);
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const fields = fieldsOf(this.form);
    const words = JSON.stringify(fields);
    if (this.still || words === this.saved) return;
    // One at a time: its answer tells the draft that the next one is typed upon. Of one that was given up, nobody knows whether it arrived.
    if (this.sending !== null) {
      this.more = true;
      return;
    }
    const sending = new AbortController();
    this.sending = sending;
    const saving = send({ form: this.name, fields, version: this.version }, sending.signal);
    // Whoever waits for it goes on once the answer was taken up below.
    this.saving = saving.then(() => undefined);
    const answer = await saving;
    if (sending.signal.aborted) return;
    this.sending = null;
    this.answered(answer, fields, words);
    if (this.more && answer.kind === 'saved') void this.save();
    this.more = false;
  }

  private answered(answer: Answer, fields: Typed, words: string): void {
    if (answer.kind === 'saved') {
      this.saved = words;
      this.known = [fields];
      this.setVersion(answer.version);
      forgetHere(this.person, this.name);
      this.show(`Draft saved ${timeWords(answer.savedAt)}`);
    } else if (answer.kind === 'moved') this.moved(answer);
    else this.unsaved(answer, fields);
  }

  /** Another draft is kept. One that this window knows came from it, by a request whose answer was lost: what stands here was typed upon it. */
  private moved(other: Other): void {
    if (this.known.some((text) => differing(this.form, text, other.fields).length === 0)) {
      this.setVersion(other.version);
      void this.save();
    } else this.choose(other);
  }

  /** The record did not take it: it waits in this browser, and the line at the form says why. */
  private unsaved(answer: Exclude<Answer, { kind: 'saved' | 'moved' }>, fields: Typed): void {
    this.known.push(fields);
    const kept = keepHere(this.person, this.name, { fields, seen: this.version });
    const where = kept ? 'kept in this browser' : 'only on this page: copy it before you leave';
    if (answer.kind === 'refused') this.trouble(`Draft not saved — ${where}. ${answer.words}`);
    else if (answer.kind === 'signed-out') {
      this.trouble(`Draft not saved: your session has ended — ${where}`);
      this.around.signedOut(() => void this.save());
    } else {
      this.trouble(`Draft not saved: offline — ${where}`);
      this.timer ??= setTimeout(() => void this.save(), AGAIN);
    }
  }

  /** Two windows wrote: both texts are shown, and neither goes before somebody says which. */
  private choose(other: Other): void {
    const own = fieldsOf(this.form);
    keepHere(this.person, this.name, { fields: own, seen: this.version });
    this.still = true;
    const words = 'Draft not saved: another window of yours kept a later one. Choose below which to go on with.';
    this.trouble(words);
    choosing(this.form, this.place(), own, other, (mine) => {
      this.still = false;
      this.setVersion(other.version);
      this.saved = JSON.stringify(other.fields);
      this.known = [other.fields];
      if (!mine) fillIn(this.form, other.fields);
      forgetHere(this.person, this.name);
      this.show(mine ? '' : 'The other text stands here now');
      void this.save();
    });
  }

  private setVersion(version: string): void {
    this.version = version;
    const field = this.form.elements.namedItem('_version');
    if (field instanceof HTMLInputElement) field.value = version;
  }

  private place(): HTMLElement {
    return document.querySelector<HTMLElement>(`[data-draft-state="${CSS.escape(this.name)}"]`) ?? this.form;
  }

  private show(words: string): void {
    const line = this.place().querySelector('p');
    if (line) line.textContent = words;
  }

  private trouble(words: string): void {
    this.show(words);
    this.around.say(words);
  }
}

const timeWords = (instant: string): string => new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
