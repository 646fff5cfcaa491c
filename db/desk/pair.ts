import type { Instant } from '@/lib/base';
import {
  align,
  type PairSubject,
  type PairWord,
  type Reason,
  type RecordedClaim,
  type SayingSuggestion,
  type Settled,
  saidBetween,
  sayingsOf,
} from '@/lib/measure';
import { claimsToGroup } from '../members';
import type { Reads } from '../open';
import { type StandingWord, standingWords, wordsToday } from '../pair-words';
import { claims, measures } from '../schema';
import { isAmong } from '../statement';
import { type MemberClaim, membersOf } from './member-claims';
import { namesOf } from './names';

/** One person's word on a pair, as it counts today. */
export interface SaidWord {
  id: string;
  word: PairWord;
  reason: string | null;
  person: string;
  name: string;
  at: Instant;
  /** Not followed where other words stand against it, or a reading must be accepted first. */
  standing: 'followed' | 'set-aside' | 'waits';
}

/** Two claims side by side: what the engine thinks of them, and what people say. */
export interface PairView {
  a: MemberClaim;
  b: MemberClaim;
  /** How alike the engine finds them, 0 to 1, and why; the weights of the reasons add up to it. */
  score: number;
  reasons: Reason[];
  /** One is stated as a part of the other, or both of one total: then that binds them, and how alike they are says nothing. */
  parts: 'part-and-total' | 'parts-of-one' | null;
  /** They stand in one measure today. */
  together: boolean;
  /** "confirmed": what people said decides where they stand; else the engine does. */
  level: 'suggested' | 'confirmed';
  words: SaidWord[];
  /** Whether both may report one utterance or one occasion, where that is worth asking or somebody said something. */
  sayings: SayingView[];
  /** What each stands for, by its measure. */
  titles: [string | null, string | null];
}

/** What the engine and people think of two claims as reports of one utterance, or of one occasion. */
export interface SayingView {
  about: SayingSuggestion['about'];
  /** Null where the engine would not have asked. */
  score: number | null;
  reasons: Reason[];
  /** What people decided; null where nobody did. */
  decided: boolean | null;
  words: SaidWord[];
}

export type PairOfIds = readonly [a: string, b: string];

/** Two claims in the one order of the record. */
const pairKey = ([a, b]: PairOfIds): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Pairs of claims with all that is known of each, in the order given; those that no measure may hold are left out. */
export async function viewPairs(from: Reads, pairs: readonly PairOfIds[]): Promise<PairView[]> {
  const ids = [...new Set(pairs.flat())];
  if (ids.length === 0) return [];
  const recorded = new Map((await claimsToGroup(from, isAmong(claims.id, ids))).map((claim) => [claim.id, claim]));
  const members = await membersOf(from, ids);
  const said = await saidOf(from);
  const [utterances, occasions] = [await saidOf(from, 'utterance'), await saidOf(from, 'occasion')];
  const { settled } = await wordsToday(from);
  const homes = [...recorded.values()].flatMap(({ measureId }) => measureId ?? []);
  const titles = new Map((await from.select().from(measures).where(isAmong(measures.id, homes))).map(({ id, title }) => [id, title]));
  return pairs.flatMap(([first, second]): PairView[] => {
    const [x, y, a, b] = [recorded.get(first), recorded.get(second), members.get(first), members.get(second)];
    if (!x || !y || !a || !b) return [];
    const { bonds } = saidBetween(settled, x.id, y.id);
    const decided = bonds.areTogether(x.id, y.id) || bonds.areApart(x.id, y.id);
    return [
      {
        ...{ a, b, ...likenessOf(x, y) },
        parts: partsAmong(x, y),
        together: x.measureId !== null && x.measureId === y.measureId,
        level: decided ? 'confirmed' : 'suggested',
        words: said.get(pairKey([first, second])) ?? [],
        sayings: sayingViews([x, y], settled, { utterance: utterances, occasion: occasions }),
        titles: [titles.get(x.measureId ?? '') ?? null, titles.get(y.measureId ?? '') ?? null],
      },
    ];
  });
}

function partsAmong(x: RecordedClaim, y: RecordedClaim): PairView['parts'] {
  if (x.partOf === y.id || y.partOf === x.id) return 'part-and-total';
  return x.partOf !== null && x.partOf === y.partOf ? 'parts-of-one' : null;
}

/** The strongest reasons first, whichever way they point. */
function likenessOf(a: RecordedClaim, b: RecordedClaim): Pick<PairView, 'score' | 'reasons'> {
  const { score, reasons } = align(a, b);
  const sorted = [...reasons].sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
  return { score: Math.min(1, Math.max(0, score)), reasons: sorted };
}

const SAYINGS = ['utterance', 'occasion'] as const;

function sayingViews(
  [x, y]: readonly [RecordedClaim, RecordedClaim],
  settled: Settled,
  said: Record<SayingView['about'], ReadonlyMap<string, SaidWord[]>>,
): SayingView[] {
  const { utterances, occasions } = saidBetween(settled, x.id, y.id);
  const suggested = new Map(sayingsOf(x, y).map((one) => [one.about, one]));
  return SAYINGS.flatMap((about): SayingView[] => {
    const bonds = about === 'utterance' ? utterances : occasions;
    const decided = bonds.areTogether(x.id, y.id) ? true : bonds.areApart(x.id, y.id) ? false : null;
    const [one, words] = [suggested.get(about), said[about].get(pairKey([x.id, y.id])) ?? []];
    return one || words.length > 0 || decided !== null
      ? [{ about, score: one?.score ?? null, reasons: one?.reasons ?? [], decided, words }]
      : [];
  });
}

/** Words on one subject that count today, by the pair of claims that stand for theirs today. */
export async function saidOf(from: Reads, about: PairSubject = 'question'): Promise<Map<string, SaidWord[]>> {
  const rows = (await standingWords(from)).filter((row) => row.about === about);
  if (rows.length === 0) return new Map();
  const { settled } = await wordsToday(from);
  const standing = new Map(settled.clashes.map(({ yields, waits }) => [yields.id, waits.length > 0 ? 'waits' : 'set-aside'] as const));
  const names = await namesOf(
    from,
    rows.map(({ person }) => person),
  );
  const said = new Map<string, SaidWord[]>();
  for (const row of rows) {
    const key = pairKey([row.a, row.b]);
    said.set(key, [...(said.get(key) ?? []), wordOf(row, names.get(row.person) ?? 'somebody', standing.get(row.id) ?? 'followed')]);
  }
  return said;
}

const wordOf = ({ id, word, reason, person, at }: StandingWord, name: string, standing: SaidWord['standing']): SaidWord => ({
  ...{ id, word, reason, person, name, at, standing },
});
