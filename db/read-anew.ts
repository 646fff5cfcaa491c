import { ok, type Result } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import type { ClaimRow } from './codec';
import { claimOfColumns, columnsOfClaim, type ReadColumns, readColumns } from './hand-columns';
import { type SaidOtherwise, saidOtherwise } from './hand-fields';
import type { Hand } from './hand-record';
import type { HandField } from './hand-table';
import type { Reads } from './open';
import { articleToSelect, readWords, type Selected } from './selected-words';

interface ReadAnew {
  columns: ReadColumns;
  changed: HandField[];
  span: Hand['selected'];
}

/**
 * What a claim says by the words a person selected and by what they say beside. A field that stands as it is, is no change. Refused as by `readWords` and
 * `saidOtherwise`.
 */
export async function readAnew(from: Reads, row: ClaimRow, selected: Selected | null, said: SaidOtherwise): Promise<Result<ReadAnew>> {
  const article = await articleToSelect(from, row.articleId);
  if (!article) throw new Error(`article ${row.articleId} is missing`);
  const stands = claimOfColumns(row);
  const read = selected === null ? null : readWords(article, selected);
  if (read && !read.ok) return read;
  // Where a form sends the noun as it stood, the words that were selected say another.
  const noun = read && said.noun === stands.noun ? undefined : said.noun;
  const otherwise = saidOtherwise(read ? figureOf(read.value.claim, stands) : stands, { ...said, noun }, article.article.publishedAt);
  if (!otherwise.ok) return otherwise;
  const { claim, changed } = otherwise.value;
  const figure = read !== null && differs(columnsOfClaim(figureOf(read.value.claim, stands)), readColumns(row));
  const columns = columnsOfClaim(claim);
  return ok({ columns, changed: figure ? ['figure', ...changed] : changed, span: read?.value.span ?? null });
}

/** What the selected words say of the number; who says it, as of when and of where stay as they stand until somebody says otherwise. */
const figureOf = (read: Claim, { speaker, occasion, asOf, asOfBasis, frame }: Claim): Claim => ({
  ...read,
  ...{ speaker, occasion, asOf, asOfBasis },
  frame: { ...read.frame, scope: frame.scope, dated: frame.dated },
});

const differs = (a: ReadColumns, b: ReadColumns): boolean => FIGURE.some((name) => a[name] !== b[name]);
const FIGURE = ['start', 'end', 'low', 'high', 'lowInclusive', 'highInclusive', 'hedge', 'unit', 'noun', 'grain'] as const;
