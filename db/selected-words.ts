import { eq } from 'drizzle-orm';
import { placesOfQuote } from '@/lib/article';
import { ok, type Result, refuse, type Span } from '@/lib/base';
import { type ArticleContext, type Claim, readSelected } from '@/lib/claim';
import type { ArticleRow } from './codec';
import { isNoted } from './notice-record';
import type { Reads } from './open';
import { articles, sources } from './schema';

/** Words that a person selected in a stored text: the words themselves, and where they begin, in UTF-16 code units, where that was said. */
export interface Selected {
  quote: string;
  place: number | null;
}

/** An article with what its reader is told of it. */
export interface SelectedFrom {
  article: ArticleRow;
  context: ArticleContext;
  withheld: boolean;
}

export async function articleToSelect(from: Reads, id: string): Promise<SelectedFrom | null> {
  const found = await from
    .select({ article: articles, outlet: sources.name, withheld: isNoted('withheld', articles.id) })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(eq(articles.id, id))
    .get();
  if (!found) return null;
  const { publishedAt, title, language } = found.article;
  return {
    article: found.article,
    context: { publishedAt, outlet: found.outlet, title, language },
    withheld: Number(found.withheld) === 1,
  };
}

/** So many characters on each side tell one place of a quote from another. */
const BESIDE = 60;

/**
 * Where the words stand. Said with their place they must stand there, letter for letter (`QuoteMoved`); without, they must stand somewhere
 * (`QuoteNotFound`), and where that is more than once each place is named with the words around it (`QuoteAmbiguous`).
 */
function spanOfSelected(text: string, { quote, place }: Selected): Result<Span> {
  const field = { field: 'quote' };
  const words = quote.trim();
  if (words === '') return refuse(422, 'QuoteEmpty', 'No words are selected.', 'Select them in the text, or paste them.', field);
  if (place !== null) {
    // A selection may begin or end with blanks.
    const start = place + quote.indexOf(words);
    if (start >= 0 && text.startsWith(words, start)) return ok({ start, end: start + words.length });
    // A browser copies a line end as a blank.
    const [near] = placesOfQuote(text.slice(start, start + 2 * words.length + BESIDE), words);
    return start >= 0 && near?.start === 0
      ? ok({ start, end: start + near.end })
      : refuse(
          422,
          'QuoteMoved',
          'These words do not stand at that place of the stored text.',
          'Load the page again and select them there.',
          field,
        );
  }
  const [only, ...others] = placesOfQuote(text, words);
  if (!only)
    return refuse(
      422,
      'QuoteNotFound',
      'These words do not stand in the stored text.',
      'Copy them from the text shown here, letter for letter.',
      field,
    );
  if (others.length === 0) return ok(only);
  const places = [only, ...others].map(({ start, end }) => ({
    place: start,
    before: text.slice(Math.max(0, start - BESIDE), start),
    after: text.slice(end, end + BESIDE),
  }));
  const cause = `These words stand in the text ${places.length} times.`;
  return refuse(422, 'QuoteAmbiguous', cause, 'Choose the place you mean, or select some words more.', { ...field, details: { places } });
}

/** The selected words with the claim that is read in them. */
export interface ReadWords {
  span: Span;
  claim: Claim;
}

/** Reads the selected words of a stored text. 409 `TextWithheld`, and refused as by `spanOfSelected` and `readSelected`. */
export function readWords({ article, context, withheld }: SelectedFrom, selected: Selected): Result<ReadWords> {
  if (withheld)
    return refuse(409, 'TextWithheld', 'The text of this article is withheld for legal reasons.', 'Its figures stay as they were read.');
  const span = spanOfSelected(article.text, selected);
  if (!span.ok) return span;
  const claim = readSelected(article.text, span.value, context);
  return claim.ok ? ok({ span: span.value, claim: claim.value }) : claim;
}
