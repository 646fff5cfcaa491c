import {
  byAct,
  byDirection,
  byMagnitude,
  byNeighbours,
  byNoun,
  byScope,
  byStep,
  byStory,
  bySubject,
  byText,
  byTime,
  byTopic,
  byUnit,
  type Finding,
} from './features';
import { countedOf } from './nouns';
import { type ScopeRelation, scopeRelation } from './scope';
import { inPercent } from './shares';
import type { Reason, RecordedClaim } from './types';
import { cosine, wordsOf } from './words';

/** How two claims' questions stand. `veto` names what makes them different questions whatever the score; null when nothing does. */
export interface Alignment {
  score: number;
  reasons: Reason[];
  veto: 'noun' | 'unit' | 'act' | 'direction' | 'text' | null;
  scope: ScopeRelation;
}

/** From this score on, claims without a veto answer one question; below the second they are not worth a look. */
export const SAME_QUESTION = 0.4;
export const WORTH_A_LOOK = 0.3;
const WORDS = 0.4;

/**
 * Ranks and judges one pair by what the two say alone, whatever else is in the record: a claim of today is judged as it was judged among
 * a hundred others. Symmetric; never throws.
 */
export function align(one: RecordedClaim, other: RecordedClaim): Alignment {
  const [a, b] = [inPercent(one), inPercent(other)];
  const scope = scopeRelation(a, b);
  const [first, second] = [countedOf(a), countedOf(b)];
  const act = byAct(first, second);
  const similarity = cosine(wordsOf(a), wordsOf(b));
  const findings: Finding[] = [
    byUnit(a, b),
    byNoun(a, b, first, second),
    act,
    byDirection(a, b, act),
    bySubject(a, b),
    byTime(a, b),
    byScope(a, b, scope),
    byMagnitude(a, b),
    byText(a, b, similarity),
    byNeighbours(a, b),
    byStep(a, b),
    byTopic(a, b),
    byStory(a, b),
    { feature: 'words', weight: WORDS * similarity, words: 'wording of the sentences' },
  ];
  // Asked of hundreds of pairs for every claim: what weighs nothing is not even kept.
  const alignment: Alignment = { score: 0, veto: null, scope, reasons: [] };
  for (const finding of findings) {
    const told: Reason = 'veto' in finding ? { feature: finding.veto, weight: -1, words: finding.words } : finding;
    if (told.weight === 0) continue;
    if ('veto' in finding) alignment.veto ??= finding.veto;
    alignment.score += told.weight;
    alignment.reasons.push(told);
  }
  return alignment;
}
