import type { CaseSheet, MemberClaim } from '@/db/desk';
import { type ComparedInFull, DESK_FIELDS, type Difference, differencesOf, gapAcross } from '@/lib/publication';

export const membersOf = (sheet: CaseSheet, ids: string[]): MemberClaim[] =>
  ids.flatMap((id) => sheet.claims.get(id) ?? []).sort((a, b) => (a.article.publishedAt ?? '').localeCompare(b.article.publishedAt ?? ''));

/** True of two positions, of today or of a ruling, that hold the same claims: only these go by one letter. */
export const sameClaims = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

const compared = ({ speakerName, speakerInferred, article, ...claim }: MemberClaim): ComparedInFull => ({
  ...claim,
  speaker: speakerName === null ? null : { name: speakerName, inferred: speakerInferred },
  publishedAt: article.publishedAt,
});

/** What differs between the positions of a case, in the fields a reviewer looks at. */
export const whatDiffers = (sheet: CaseSheet): Difference[] =>
  differencesOf(
    sheet.row.positions.map((position) => membersOf(sheet, position.claims).map(compared)),
    DESK_FIELDS,
  );

/** The distance between the outermost positions: "6 apart (+7 %)". Null where a figure is hedged. */
export function gapOf(sheet: CaseSheet): string | null {
  const gap = gapAcross(sheet.row.positions);
  return gap && `${gap.absolute} apart${gap.percent ? ` (${gap.percent})` : ''}`;
}
