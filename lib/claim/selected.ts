import { detectLanguage, isRead } from '@/lib/article';
import { contains, ok, overlaps, type Result, refuse, type Span, slice } from '@/lib/base';
import { isRange, type Quantity, readQuantities } from '@/lib/quantity';
import { predicateOf } from './predicate';
import { claimOf, surroundings } from './read';
import type { ArticleContext, Claim } from './types';
import { whyUnclaimed } from './unclaimed';
import { type ArticleView, mentionsOf, viewOf } from './view';

/** Longest selection, in characters: a figure with its hedge and all that it counts. */
const LONGEST = 400;
/** A text up to this length is looked at whole; of a longer one so much around the selection. */
const AROUND = 20_000;

/**
 * Reads the claim that stands in words which a person selected: number, hedge, unit and counted noun come from these words alone, the rest
 * from the sentence and the article around them. The selection is widened to whole words; exactly one figure that counts may stand in it.
 * Refusals say what was found and what to do: `SpanOutside`, `SelectionTooLong`, `NoNumberSelected`, `NoQuantitySelected`, `SeveralNumbers`,
 * `NumberCut`, `LanguageNotRead`. Offsets are UTF-16 code units into the text as given.
 */
export function readSelected(text: string, selected: Span, context: ArticleContext): Result<Claim> {
  const { start, end } = selected;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length)
    return no('SpanOutside', 'These words do not stand in the text.', 'Select them again.');
  if (end - start > LONGEST)
    return no('SelectionTooLong', `You selected ${end - start} characters.`, 'Select one number with its unit or what it counts.');
  const window = windowAround(text, selected);
  const near = text.slice(window.start, window.end);
  if (!isRead(context.language ?? detectLanguage(near)))
    return no('LanguageNotRead', 'The reader of numbers does not read the language of this article.', 'Leave it as it is, or reject it.');
  const view = viewOf(near);
  const own = wholeWords(view, { start: start - window.start, end: end - window.start });
  const quantity = onlyQuantity(view, own);
  if (!quantity.ok) return quantity;
  const [mention] = mentionsOf(view, [quantity.value]);
  if (!mention) return no('NoNumberSelected', 'The words you selected hold no number.', NEXT);
  const claim = claimOf(surroundings(view, context), mention, predicateOf(view, mention));
  return ok(moved(claim, window.start));
}

const no = (code: string, cause: string, next: string): Result<never> => refuse(422, code, cause, next, { field: 'quote' });
const NEXT = 'Select the number with its unit or what it counts, and the words that say “about” or “more than”.';

/** As much of the text as is looked at, cut between words. */
function windowAround(text: string, { start, end }: Span): Span {
  if (text.length <= AROUND) return { start: 0, end: text.length };
  const from = text.lastIndexOf('\n', Math.max(0, start - AROUND / 4));
  const to = text.indexOf('\n', end + AROUND / 4);
  const [least, most] = [Math.max(0, start - AROUND / 2), Math.min(text.length, end + AROUND / 2)];
  return { start: from >= least ? from + 1 : blankFrom(text, least), end: to >= 0 && to <= most ? to : blankFrom(text, most) };
}

/** The next blank, where one comes soon; no pair of code units is parted. */
function blankFrom(text: string, at: number): number {
  for (let k = at; k < Math.min(text.length, at + 100); k += 1) if (text[k] === ' ' || text[k] === '\n') return k;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** The tokens that the selection touches, so that no number, word or character is cut in two. */
function wholeWords({ tokens }: ArticleView, { start, end }: Span): Span {
  const first = tokens.find((token) => token.end > start);
  const last = tokens.findLast((token) => token.start < end);
  if (!first || !last || first.start > last.start) return { start, end };
  return { start: first.start, end: last.end };
}

function onlyQuantity(view: ArticleView, own: Span): Result<Quantity> {
  const { quantities } = readQuantities(slice(view.text, own));
  const counting = quantities.filter(({ excluded }) => excluded === null);
  const [only, second] = counting;
  const said = ({ mention }: Quantity) => `“${slice(view.text, shifted(mention, own.start))}”`;
  if (second)
    return no(
      'SeveralNumbers',
      `The words you selected hold ${counting.length} numbers: ${counting.slice(0, 5).map(said).join(', ')}.`,
      'Select one of them.',
    );
  if (!only) {
    const other = quantities[0];
    if (!other) return no('NoNumberSelected', 'The words you selected hold no number.', NEXT);
    return no('NoQuantitySelected', `${said(other)} is no claim: ${whyUnclaimed(other.excluded ?? 'bare')}.`, NEXT);
  }
  const quantity = movedQuantity(only, own.start);
  const around = readQuantities(view.text, view.tokens).quantities;
  const cut = around.find((one) => overlaps(one.figure, own) && !contains(own, one.figure) && !isRange(one));
  if (cut)
    return no('NumberCut', `The number goes on outside what you selected: “${slice(view.text, cut.figure)}”.`, 'Select the whole number.');
  if (quantity.noun !== null || quantity.unit !== null) return ok(quantity);
  // Where the number alone was selected, what it counts is said by the words around it.
  const same = around.find(({ figure }) => figure.start === quantity.figure.start && figure.end === quantity.figure.end);
  return ok(same ? { ...quantity, unit: same.unit, noun: same.noun, head: same.head, concept: same.concept, about: same.about } : quantity);
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const movedQuantity = (one: Quantity, by: number): Quantity => ({
  ...one,
  ...{ span: shifted(one.span, by), mention: shifted(one.mention, by), figure: shifted(one.figure, by) },
  parts: one.parts.map((part) => ({ ...part, span: shifted(part.span, by) })),
});

const moved = (claim: Claim, by: number): Claim => ({
  ...claim,
  ...{ span: shifted(claim.span, by), sentence: shifted(claim.sentence, by), figure: shifted(claim.figure, by) },
});
