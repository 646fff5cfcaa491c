import { readArticle } from '@/lib/claim';
import { type Comparison, compareClaims } from '@/lib/conflict';
import { groupClaims, type Measure, type RecordedClaim, recorded } from '@/lib/measure';

interface Text {
  outlet: string;
  on: string;
  text: string;
}

/** What was found between the claims of some texts. */
interface Told extends Comparison {
  claims: RecordedClaim[];
  measures: Measure[];
}

function claimsOf({ outlet, on, text }: Text, at: number): RecordedClaim[] {
  const { claims } = readArticle(text, { publishedAt: on, outlet, title: null, language: 'en' });
  const ids = claims.map((_, index) => `${at}-${index}`);
  return recorded(claims, { articleId: String(at), outlet, publishedAt: on, textHash: text }, ids);
}

/** From texts to relations, checks and conflicts, with nothing of a record between. */
export function read(...texts: Text[]): Told {
  const claims = texts.flatMap(claimsOf);
  const grouping = groupClaims(claims);
  return { ...compareClaims(grouping, claims), claims, measures: grouping.measures };
}

/** How the first claims with these words stand: the kind of their relation, "same-value" where they agree, "apart" in two measures. */
export function between({ claims, relations, measures }: Told, a: string, b: string): string {
  const [x, y] = [a, b].map((words) => claims.find(({ text }) => text.includes(words))?.id ?? `no claim says “${words}”`) as [
    string,
    string,
  ];
  const found = relations.find((one) => (one.a === x && one.b === y) || (one.a === y && one.b === x));
  if (found) return found.kind;
  return measures.some((measure) => measure.claims.includes(x) && measure.claims.includes(y)) ? 'same-value' : 'apart';
}

export const paper = (outlet: string, text: string, on = '2031-05-04'): Text => ({ outlet, on, text });
