'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { ReadingWords } from '@/lib/publication';
import { type Place, PlaceChoice } from './place-choice';
import { type Previewed, ReadAs } from './read-as';

interface Props {
  article: string;
  /** What is shown of the stored text, and where it begins there. */
  stretch: { text: string; start: number };
  /** Words that are selected when the page opens: a draft, or those a person came with. */
  quote: string;
  /** Places to choose from, where the words stand more than once. */
  places: Place[];
  /** What the page read in the quote, for whoever has no script. */
  previewed: Previewed;
  /** What the claim says now; null for a claim that is to be added. */
  now: ReadingWords | null;
  fault: string | null;
  /** Fields of the same form that selected words may be put into. */
  fields: [name: string, label: string][];
  /** Where the figure stands in what is shown: it is in sight, and marked, when the text opens. */
  mark?: { start: number; end: number };
  language?: string;
}

/** After each of these another selection may stand. */
const EVENTS = ['select', 'keyup', 'pointerup', 'touchend'] as const;

type Live = { state: 'idle' } | { state: 'read'; words: ReadingWords; text: string } | { state: 'refused'; cause: string; next: string };

/**
 * The text of an article in which words are selected, by mouse, touch or keyboard, and what the reader makes of them, live. Without script the words
 * are pasted into the field below it.
 */
export function WordPicker({ article, stretch, quote: given, places: asked, previewed, now, fault, fields, mark, language }: Props) {
  const id = useId();
  const [quote, setQuote] = useState(given);
  const [place, setPlace] = useState('');
  const [places, setPlaces] = useState(asked);
  const [live, setLive] = useState<Live>(() => liveOf(previewed));
  const field = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const quoteAtFirst = useRef(given);
  useEffect(() => {
    if (quote.trim() === '') return setLive({ state: 'idle' });
    const gone = new AbortController();
    const timer = setTimeout(() => readLive(article, quote, place, gone.signal).then(setLive, () => undefined), 150);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [article, quote, place]);

  useEffect(() => {
    const shown = text.current;
    if (!shown) return;
    // Words may have been selected before the script was there, which no event of the framework tells.
    let last = '';
    const take = () => {
      const { selectionStart, selectionEnd } = shown;
      if (last === `${selectionStart} ${selectionEnd}`) return;
      last = `${selectionStart} ${selectionEnd}`;
      const [start, end] = [storedPlace(stretch.text, selectionStart), storedPlace(stretch.text, selectionEnd)];
      const words = stretch.text.slice(start, end);
      if (words.trim() === '') return;
      // The field below holds one line.
      setQuote(words.trim().replace(/\s+/g, ' '));
      setPlace(String(stretch.start + start + words.length - words.trimStart().length));
      setPlaces([]);
    };
    take();
    const fold = shown.closest('details');
    const toFigure = () => {
      if (!mark || quoteAtFirst.current !== '') return;
      const [start, end] = [shownPlace(stretch.text, mark.start), shownPlace(stretch.text, mark.end)];
      // The claim as it stands is no choice of words: only what somebody selects is.
      last = `${start} ${end}`;
      bringIntoSight(shown, start, end);
    };
    if (fold?.open === false) fold.addEventListener('toggle', toFigure, { once: true });
    else if (shown.selectionStart === shown.selectionEnd) toFigure();
    // A browser gives no caret to a field that is read only, and without one nobody can begin to select by keyboard.
    shown.readOnly = false;
    const refuse = (event: Event) => event.preventDefault();
    shown.addEventListener('beforeinput', refuse);
    for (const event of EVENTS) shown.addEventListener(event, take);
    return () => {
      shown.readOnly = true;
      fold?.removeEventListener('toggle', toFigure);
      shown.removeEventListener('beforeinput', refuse);
      for (const event of EVENTS) shown.removeEventListener(event, take);
    };
  }, [stretch.text, stretch.start, mark?.start, mark?.end]);
  const put = (name: string) => {
    const input = field.current?.form?.elements.namedItem(name);
    if (!(input instanceof HTMLInputElement)) return;
    input.value = quote.trim();
    setQuote('');
    setPlace('');
    input.focus();
  };
  return (
    <div className="picker">
      <div className="field">
        <label htmlFor={`${id}-text`}>Text of the article: select the words</label>
        <textarea
          ref={text}
          id={`${id}-text`}
          className="picker-text"
          readOnly
          aria-readonly
          rows={9}
          lang={language}
          dir="auto"
          defaultValue={stretch.text.startsWith('\n') ? `\n${stretch.text}` : stretch.text}
          aria-describedby={`${id}-hint`}
        />
        <p className="hint" id={`${id}-hint`}>
          With mouse or keyboard (Shift and the arrows): the number with its hedge, its unit or what it counts. The number is read from
          them, and never typed.
        </p>
      </div>
      <div className="field" data-faulty={fault !== null || undefined}>
        <label htmlFor="f-quote">Selected words</label>
        <input
          ref={field}
          type="text"
          id="f-quote"
          name="quote"
          value={quote}
          autoComplete="off"
          dir="auto"
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault === null ? `${id}-quote` : `p-quote ${id}-quote`}
          onChange={({ currentTarget: { value } }) => {
            setQuote(value);
            setPlace('');
            setPlaces([]);
          }}
        />
        {fault !== null && (
          <p className="fault" id="p-quote">
            {fault}
          </p>
        )}
        <p className="hint" id={`${id}-quote`}>
          Or paste them here, letter for letter as they stand in the text.{now === null ? '' : ' Empty: the number stays as it is.'}
        </p>
      </div>
      {place !== '' && <input type="hidden" name="place" value={place} />}
      {places.length > 0 && <PlaceChoice places={places} quote={quote} />}
      {quote.trim() !== '' && fields.length > 0 && live.state !== 'idle' && (
        <p className="picker-put">
          Or use the selected words as{' '}
          {fields.map(([name, label]) => (
            <button key={name} type="button" className="button slim" onClick={() => put(name)}>
              {label}
            </button>
          ))}
        </p>
      )}
      <div role="status" className="picker-live">
        {live.state === 'read' && <ReadAs now={now} then={live.words} text={live.text} />}
        {live.state === 'refused' && (
          <p className="picker-refused">
            <strong>{live.cause}</strong> {live.next}
          </p>
        )}
      </div>
    </div>
  );
}

function liveOf(previewed: Previewed): Live {
  if (previewed === null) return { state: 'idle' };
  return 'words' in previewed ? { state: 'read', ...previewed } : { state: 'refused', ...previewed };
}

/** Where a place of a text field stands in the stored text: the field has one sign for a line end that is two there. */
function storedPlace(text: string, at: number): number {
  if (!text.includes('\r\n')) return at;
  let stored = 0;
  for (let seen = 0; seen < at && stored < text.length; seen += 1) stored += text.startsWith('\r\n', stored) ? 2 : 1;
  return stored;
}

const shownPlace = (text: string, at: number): number => text.slice(0, at).replaceAll('\r\n', '\n').length;

/** Selects words of a text field and scrolls it there: the lines before them are measured by a field that holds nothing else. */
function bringIntoSight(field: HTMLTextAreaElement, start: number, end: number): void {
  field.setSelectionRange(start, end);
  const whole = field.value;
  const rows = field.rows;
  field.value = whole.slice(0, start);
  field.rows = 1;
  const above = field.scrollHeight;
  field.rows = rows;
  field.value = whole;
  field.setSelectionRange(start, end);
  field.scrollTop = Math.max(0, above - field.clientHeight / 2);
  // A browser paints what is selected in the field that has the focus alone.
  if (document.activeElement === document.body) field.focus({ preventScroll: true });
}

async function readLive(article: string, quote: string, place: string, signal: AbortSignal): Promise<Live> {
  const answer = await fetch(`/api/v1/articles/${article}/readings/preview`, {
    ...{ method: 'POST', signal, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ quote, place }),
  });
  const said = await answer.json();
  if (answer.ok) return { state: 'read', words: said.words, text: said.text };
  return { state: 'refused', cause: String(said.detail ?? 'It could not be read.'), next: String(said.next ?? '') };
}
