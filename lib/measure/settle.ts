import { Bonds } from './bonds';
import { chainBetween } from './chain';
import type { Kept } from './kept';
import type { Clash, PairJudgement, PairSubject } from './types';

/** Claims that readers see, each with its measure; null where it stands in none yet. */
export type Seen = ReadonlyMap<string, string | null>;

/** What some words hold together and keep apart. */
export interface Said {
  /** Which claims answer one question. */
  bonds: Bonds;
  /** Which of them report one utterance, and which one occasion. */
  utterances: Bonds;
  occasions: Bonds;
}

/** What people's words come to. */
export interface Settled extends Said {
  clashes: Clash[];
  /** The claims of published rulings, by measure: no word moves them. */
  published: Kept;
  /** Of the claims that words were said of, those that readers see: no word on another moves them. Null where all are seen. */
  seen: Seen | null;
  /** What the words on claims that readers see come to by themselves. */
  open: Said;
}

/**
 * Settles which words hold. A published ruling holds before any word, because what was published is corrected and not emptied. Then
 * every "different" holds: two questions taken for one make a conflict that is none, while one taken for two is still on the list of suggestions.
 * Then every "same" in the order in which they were said, unless it would join what is kept apart. "Unsure" changes nothing.
 * The words may come in any order; those that yield are told with the chain that they break on.
 *
 * With `seen`, the words on two claims that readers see come first, and among the others each that would bring together or part what readers
 * see yields: what is public follows from what is public, and a word on a claim that nobody accepted waits until somebody does.
 */
export function settle(judgements: readonly PairJudgement[], published: Kept = new Map(), seen: Seen | null = null): Settled {
  const of = (subject: PairSubject) => judgements.filter(({ about }) => about === subject);
  const homes = seen === null ? new Map<string, string[]>() : homesOf(seen);
  const question = held(of('question'), seen, published, homes);
  const [utterance, occasion] = [held(of('utterance'), seen), held(of('occasion'), seen)];
  return {
    ...{ bonds: question.bonds, utterances: utterance.bonds, occasions: occasion.bonds },
    ...{ clashes: [question, utterance, occasion].flatMap((one) => one.clashes), published, seen },
    open: { bonds: question.open, utterances: utterance.open, occasions: occasion.open },
  };
}

/** What counts between two claims: of two that readers see, nothing that was said of another. */
export const saidBetween = (settled: Settled, a: string, b: string): Said =>
  settled.seen?.has(a) && settled.seen.has(b) ? settled.open : settled;

interface Held {
  bonds: Bonds;
  open: Bonds;
  clashes: Clash[];
}

/** The words of one subject. */
function held(judgements: readonly PairJudgement[], seen: Seen | null, published: Kept = new Map(), homes: Kept = new Map()): Held {
  const judged = new Set(judgements.flatMap(({ a, b }) => [a, b]));
  const touched = ([, claims]: [string, readonly string[]]) => claims.some((claim) => judged.has(claim));
  const open = new Bonds();
  hold(open, [...published].filter(touched));
  const isOpen = ({ a, b }: PairJudgement): boolean => seen === null || (seen.has(a) && seen.has(b));
  const hearing = new Hearing(open, open);
  hearing.hear(judgements.filter(isOpen), published);
  const rest = judgements.filter((one) => !isOpen(one));
  if (rest.length === 0) return { bonds: open, open, clashes: hearing.clashes };
  const [bonds, guard] = [open.copy(), open.copy()];
  hold(guard, [...homes].filter(touched));
  hearing.goOn(bonds, guard);
  hearing.hear(rest, merged(published, homes));
  const waits = (measure: string): boolean => !published.has(measure);
  const clashes = hearing.clashes.map((clash) => ({
    ...clash,
    published: clash.published.filter((measure) => !waits(measure)),
    waits: clash.published.some(waits) ? [clash.yields.a, clash.yields.b].filter((claim) => !seen?.has(claim)) : [],
  }));
  return { bonds, open, clashes };
}

/** Hears words one after another and follows those that can stand beside what holds already. */
class Hearing {
  readonly clashes: Clash[] = [];
  private readonly apart: PairJudgement[] = [];
  private readonly joined: PairJudgement[] = [];

  /** @param guard knows besides the words what holds before them. */
  constructor(
    private bonds: Bonds,
    private guard: Bonds,
  ) {}

  goOn(bonds: Bonds, guard: Bonds): void {
    [this.bonds, this.guard] = [bonds, guard];
  }

  /** @param before what holds before these words, by measure. */
  hear(judgements: readonly PairJudgement[], before: Kept): void {
    const ordered = [...judgements].sort((x, y) => x.seq - y.seq || (x.id < y.id ? -1 : 1));
    for (const one of ordered.filter(({ word }) => word === 'different')) {
      if (!this.guard.part(one.a, one.b)) this.yields(one, this.joined, [], before);
      else {
        this.bonds.part(one.a, one.b);
        this.apart.push(one);
      }
    }
    for (const one of ordered.filter(({ word }) => word === 'same')) {
      if (!this.guard.join(one.a, one.b)) this.yields(one, this.joined, this.apart, before);
      else {
        this.bonds.join(one.a, one.b);
        this.joined.push(one);
      }
    }
  }

  private yields(one: PairJudgement, joined: readonly PairJudgement[], apart: readonly PairJudgement[], before: Kept): void {
    this.clashes.push({ yields: one, ...chainBetween(one, joined, apart, before), waits: [] });
  }
}

/** Nobody has said anything, and nothing is published. */
export const UNJUDGED: Settled = settle([]);

/** Only groups with claims that were judged: there may be very many others. Two on one claim hold all of theirs together. */
function hold(bonds: Bonds, groups: readonly (readonly [measure: string, claims: readonly string[]])[]): void {
  for (const [, claims] of groups) for (const claim of claims) bonds.join(claims[0] as string, claim);
  for (const [measure, claims] of groups) for (const claim of claims.slice(0, 1)) bonds.stay(claim, measure);
}

/** What readers see, by measure; a claim that stands in none is by itself. */
function homesOf(seen: Seen): Kept {
  const homes = new Map<string, string[]>();
  for (const [claim, measure] of seen) {
    const home = measure ?? `of ${claim}`;
    const own = homes.get(home);
    if (own) own.push(claim);
    else homes.set(home, [claim]);
  }
  return homes;
}

function merged(published: Kept, homes: Kept): Kept {
  const all = new Map<string, readonly string[]>(homes);
  for (const [measure, claims] of published) all.set(measure, [...new Set([...claims, ...(homes.get(measure) ?? [])])]);
  return all;
}
