import { Bonds } from './bonds';
import { chainBetween } from './chain';
import type { Kept } from './kept';
import type { Clash, PairJudgement, PairSubject } from './types';

/** What people's words come to. */
export interface Settled {
  /** Which claims answer one question. */
  bonds: Bonds;
  /** Which of them report one utterance, and which one occasion. */
  utterances: Bonds;
  occasions: Bonds;
  clashes: Clash[];
  /** The claims of published rulings, by measure: no word moves them. */
  published: Kept;
}

/**
 * Settles which words hold. A published ruling holds before any word, because what was published is corrected and not emptied. Then
 * every "different" holds: two questions taken for one make a conflict that is none, while one taken for two is still on the list of suggestions.
 * Then every "same" in the order in which they were said, unless it would join what is kept apart. "Unsure" changes nothing.
 * The words may come in any order; those that yield are told with the chain that they break on.
 */
export function settle(judgements: readonly PairJudgement[], published: Kept = new Map()): Settled {
  const of = (subject: PairSubject) => judgements.filter(({ about }) => about === subject);
  const [question, utterance, occasion] = [held(of('question'), published), held(of('utterance')), held(of('occasion'))];
  const clashes = [question, utterance, occasion].flatMap((one) => one.clashes);
  return { bonds: question.bonds, utterances: utterance.bonds, occasions: occasion.bonds, clashes, published };
}

/** The words of one subject. */
function held(judgements: readonly PairJudgement[], published: Kept = new Map()): Pick<Settled, 'bonds' | 'clashes'> {
  const bonds = new Bonds();
  const ordered = [...judgements].sort((x, y) => x.seq - y.seq || (x.id < y.id ? -1 : 1));
  const clashes: Clash[] = [];
  const judged = new Set(judgements.flatMap(({ a, b }) => [a, b]));
  holdPublished(
    bonds,
    [...published].filter(([, claims]) => claims.some((claim) => judged.has(claim))),
  );
  const apart: PairJudgement[] = [];
  for (const one of ordered.filter(({ word }) => word === 'different')) {
    if (bonds.part(one.a, one.b)) apart.push(one);
    else clashes.push({ yields: one, ...chainBetween(one, [], [], published) });
  }
  const joined: PairJudgement[] = [];
  for (const one of ordered.filter(({ word }) => word === 'same')) {
    if (bonds.join(one.a, one.b)) joined.push(one);
    else clashes.push({ yields: one, ...chainBetween(one, joined, apart, published) });
  }
  return { bonds, clashes };
}

/** Nobody has said anything, and nothing is published. */
export const UNJUDGED: Settled = settle([]);

/** Only rulings on claims that were judged: there may be very many others. Two rulings on one claim hold all of theirs together. */
function holdPublished(bonds: Bonds, published: readonly (readonly [measure: string, claims: readonly string[]])[]): void {
  for (const [, claims] of published) for (const claim of claims) bonds.join(claims[0] as string, claim);
  for (const [measure, claims] of published) for (const claim of claims.slice(0, 1)) bonds.stay(claim, measure);
}
