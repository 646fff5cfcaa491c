import { overlaps, type Span } from '@/lib/base';
import type { ArticleContext, Claim, StatementReading } from '@/lib/claim';
import { align, asRise, matchFigures, type RecordedClaim, recorded } from '@/lib/measure';
import { addedUp } from './added';
import { differingIn } from './alike';
import { relate, relateBeside, relateSum, unlike } from './relate';
import { countOf } from './results';
import type { ClaimRelation } from './types';

/** A statement that was read, with the place of the claim that is meant where the caller named one. */
export interface Side {
  text: string;
  context: ArticleContext;
  reading: StatementReading;
  span: Span | null;
}

/** How the two claims that decide stand to each other; null on a side that makes none. */
export interface ComparedTexts {
  a: Claim | null;
  b: Claim | null;
  relation: ClaimRelation | null;
}

/** The claims of one side that may be meant. */
interface Meant {
  text: string;
  claims: RecordedClaim[];
}

/**
 * Compares two statements by the figures that answer the same questions: one pair that cannot both be true makes a conflict, else the
 * pair that corresponds best tells. Where no figures correspond, dates, results and labels do. Where a side names the claim that is meant,
 * the likest of the other is compared with it as the record would. Never throws.
 */
export function compareTexts(a: Side, b: Side): ComparedTexts {
  const [x, y] = [figuresOf(a, 'a'), figuresOf(b, 'b')];
  const [ours, theirs] = [chosen(a, x), chosen(b, y)];
  if (a.span !== null || b.span !== null) return likest(a, b, ours, theirs);
  const told = ours.claims.length > 0 && theirs.claims.length > 0;
  const decided =
    runningAlike(a, b) ??
    deciding(ours, theirs) ??
    (told ? null : (betweenMarks(a, b) ?? besideResult(a, 'A', theirs) ?? besideResult(b, 'B', ours)));
  if (decided) return compared(a, b, decided);
  const [first, second] = [ours.claims[0], theirs.claims[0]];
  if (first && second) return compared(a, b, unlike(first, second));
  return { a: first ? claimOf(a, first.id) : null, b: second ? claimOf(b, second.id) : null, relation: null };
}

/** Where a side names the claim that is meant: it and the likest of the other side, as the record would relate them. */
function likest(a: Side, b: Side, { claims: ours }: Meant, { claims: theirs }: Meant): ComparedTexts {
  const pairs = ours.flatMap((one) => theirs.map((other) => ({ one, other, ...align(one, other) })));
  const [best] = pairs.sort((p, q) => q.score - Number(q.veto !== null) - (p.score - Number(p.veto !== null)));
  if (best) return compared(a, b, relate(best.one, best.other));
  const [first, second] = [ours[0], theirs[0]];
  return { a: first ? claimOf(a, first.id) : null, b: second ? claimOf(b, second.id) : null, relation: null };
}

const compared = (a: Side, b: Side, relation: ClaimRelation): ComparedTexts => ({
  a: claimOf(a, relation.a),
  b: claimOf(b, relation.b),
  relation,
});

/** The relation of the pair that decides; null where no two figures answer one question. */
function deciding(x: Meant, y: Meant): ClaimRelation | null {
  const [ours, theirs] = [addedUp(x.claims, y.claims), addedUp(y.claims, x.claims)];
  const added = new Set([...ours, ...theirs].flatMap(({ total, parts }) => [total, ...parts]));
  const relations = matchFigures(x, y).flatMap(({ a, b, reasons }) => {
    const [one, other] = [x.claims[a] as RecordedClaim, y.claims[b] as RecordedClaim];
    // What adds up to the other figure says nothing else than it does.
    if (added.has(one) && added.has(other) && !sameFigure(one, other)) return [];
    const relation = relateBeside(one, other);
    // 30 barns do not speak against 9 mills, however alike the sentences are.
    return relation.alert && reasons.some(({ feature }) => feature === 'other thing' || feature === 'other act') ? [] : [relation];
  });
  // The claim of the first text is named first, whether it is the sum or a part.
  const [sum] = [
    ...ours.map(({ total, parts }) => relateSum(total, parts[0] as RecordedClaim)),
    ...theirs.map(({ total, parts }) => relateSum(parts[0] as RecordedClaim, total)),
  ];
  return relations.find(({ relation }) => relation === 'conflict') ?? relations[0] ?? sum ?? null;
}

const sameFigure = (one: RecordedClaim, other: RecordedClaim): boolean => one.low === other.low && one.high === other.high;

/** Statements with the same words are told apart by the numbers that differ, whether they count anything or not. */
function runningAlike(a: Side, b: Side): ClaimRelation | null {
  if (areElsewhere(a, b)) return null;
  const [ours, theirs] = [
    [...figuresOf(a, 'a'), ...marksOf(a, 'A')],
    [...figuresOf(b, 'b'), ...marksOf(b, 'B')],
  ];
  const relations = differingIn(ours, a.text, theirs, b.text)?.map(([one, other]) => relateBeside(one, other)) ?? [];
  return relations.find(({ relation }) => relation === 'conflict') ?? relations[0] ?? null;
}

/** The 9 of "District 9" tells where, and of two districts both counts may be true. */
function areElsewhere(a: Side, b: Side): boolean {
  const [x, y] = [a, b].map(
    ({ reading }) => new Set(reading.claims.flatMap(({ frame }) => frame.scope.filter((place) => /\d/.test(place)))),
  );
  return x !== undefined && y !== undefined && x.size > 0 && y.size > 0 && ![...x].some((place) => y.has(place));
}

function betweenMarks(a: Side, b: Side): ClaimRelation | null {
  const [x, y] = [marksOf(a, 'A'), marksOf(b, 'B')];
  return deciding({ text: a.text, claims: x }, { text: b.text, claims: y });
}

/** A result that one side tells beside what the other counts of it. */
function besideResult(side: Side, name: 'A' | 'B', { claims }: Meant): ClaimRelation | null {
  for (const result of marksOf(side, name))
    for (const claim of claims) {
      const count = countOf(result, side.text, claim);
      if (count !== null) return name === 'A' ? relateBeside(count, claim) : relateBeside(claim, count);
    }
  return null;
}

/** The claim that shares most with the span; undefined where none touches it. */
function meant(claims: readonly RecordedClaim[], span: Span): RecordedClaim | undefined {
  const shared = (claim: RecordedClaim) => Math.min(claim.span.end, span.end) - Math.max(claim.span.start, span.start);
  return claims.filter((claim) => overlaps(claim.span, span)).sort((p, q) => shared(q) - shared(p))[0];
}

function chosen({ text, span }: Side, claims: RecordedClaim[]): Meant {
  return { text, claims: span === null ? claims : [meant(claims, span) ?? []].flat() };
}

const MARK = /^[AB]/;
/** Ids tell the side, whether it is a figure or a mark, and its place in the reading. A mark is shown by its words: its value is no count. */
function claimOf({ reading }: Side, id: string): Claim {
  const index = Number(id.slice(1));
  return MARK.test(id) ? { ...(reading.marks[index] as Claim), low: null, high: null } : (reading.claims[index] as Claim);
}

const figuresOf = (side: Side, name: 'a' | 'b'): RecordedClaim[] => recordedOf(side, side.reading.claims, name);
const marksOf = (side: Side, name: 'A' | 'B'): RecordedClaim[] => recordedOf(side, side.reading.marks, name);

/** Claims of a text that no record holds: the text stands for its own hash. */
const recordedOf = ({ text, context }: Side, claims: readonly Claim[], name: string): RecordedClaim[] =>
  recorded(
    claims,
    { articleId: name.toLowerCase(), outlet: context.outlet, publishedAt: context.publishedAt, textHash: text },
    claims.map((_, index) => `${name}${index}`),
  ).map(asRise);
