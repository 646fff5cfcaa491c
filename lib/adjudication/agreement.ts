import { type Gist, saysTheSame } from './opinions';
import { VERDICTS } from './types';

/** How far two people agree, over the rounds in which both gave an opinion on a case without seeing the other's. A case may have several. */
export interface Agreement {
  rounds: number;
  /** Rounds in which both decided the same: verdicts, accepted position and reason. */
  same: number;
  /** Positions that both gave a verdict on, and those that got the same one. */
  positions: number;
  sameVerdicts: number;
  /**
   * Cohen's kappa of the verdicts: 1 is full agreement, 0 what chance alone would give from how often each gives which verdict. Null
   * where chance alone would agree on all, as when both gave one and the same verdict throughout: then it is not defined.
   */
  kappa: number | null;
}

/** @param pairs what the one and the other decided, round by round, on the same positions. */
export function agreementOf(pairs: readonly (readonly [Gist, Gist])[]): Agreement {
  const verdicts = pairs.flatMap(([one, other]) => one.verdicts.map((verdict, at) => [verdict, other.verdicts[at]] as const));
  const positions = verdicts.length;
  const sameVerdicts = verdicts.filter(([one, other]) => one === other).length;
  const shareOf = (side: 0 | 1, verdict: string): number => verdicts.filter((both) => both[side] === verdict).length / positions;
  const byChance = VERDICTS.reduce((sum, verdict) => sum + shareOf(0, verdict) * shareOf(1, verdict), 0);
  return {
    rounds: pairs.length,
    same: pairs.filter(([one, other]) => saysTheSame(one, other)).length,
    positions,
    sameVerdicts,
    kappa: positions === 0 || byChance >= 1 ? null : (sameVerdicts / positions - byChance) / (1 - byChance),
  };
}

/**
 * Krippendorff's alpha for words that stand in no order, of pairs that two people gave: 1 is full agreement, 0 what chance alone would give. Null where
 * there is nothing to tell apart.
 */
function alphaOf(pairs: readonly (readonly [string, string])[]): number | null {
  const counts = new Map<string, number>();
  for (const word of pairs.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = 2 * pairs.length;
  const alike = [...counts.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  const byChance = 1 - alike / (all * (all - 1));
  if (pairs.length === 0 || byChance === 0) return null;
  return 1 - pairs.filter(([one, other]) => one !== other).length / pairs.length / byChance;
}

/** Alpha of each field of two opinions: of verdicts position by position, of the accepted one and the reason round by round. */
export function alphasOf(pairs: readonly (readonly [Gist, Gist])[]): Record<'verdict' | 'accepted' | 'reason', number | null> {
  return {
    verdict: alphaOf(pairs.flatMap(([one, other]) => one.verdicts.map((verdict, at) => [verdict, String(other.verdicts[at])] as const))),
    accepted: alphaOf(pairs.map(([one, other]) => [String(one.accepted), String(other.accepted)] as const)),
    reason: alphaOf(pairs.map(([one, other]) => [one.reasonCode, other.reasonCode] as const)),
  };
}
