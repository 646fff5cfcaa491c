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
  byWords,
  type Finding,
  type Veto,
} from './features';
import { type ScopeRelation, scopeRelation } from './scope';
import { inPercent } from './shares';
import { type Told, toldBy } from './told';
import type { Reason, RecordedClaim } from './types';
import { cosine } from './words';

/** How two claims' questions stand. `veto` names what makes them different questions whatever the score; null when nothing does. */
export interface Alignment {
  score: number;
  readonly reasons: Reason[];
  veto: Veto | null;
  scope: ScopeRelation;
}

/** From this score on, claims without a veto answer one question; below the second they are not worth a look. */
export const SAME_QUESTION = 0.4;
export const WORTH_A_LOOK = 0.3;

/**
 * Ranks and judges one pair by what the two say alone, whatever else is in the record: a claim of today is judged as it was judged among
 * a hundred others. Symmetric; never throws.
 */
export function align(a: RecordedClaim, b: RecordedClaim): Alignment {
  const [x, y] = [comparable(a), comparable(b)];
  const scope = scopeRelation(x.claim, y.claim);
  const act = byAct(x, y);
  const similarity = cosine(x.words, y.words);
  const weighed = new Weighed(scope);
  weighed.add(byUnit(x, y));
  weighed.add(byNoun(x, y));
  weighed.add(act);
  weighed.add(byDirection(x, y, act));
  weighed.add(bySubject(x, y));
  weighed.add(byTime(x, y));
  weighed.add(byScope(x, y, scope));
  weighed.add(byMagnitude(x, y));
  weighed.add(byText(x, y, similarity));
  weighed.add(byNeighbours(x, y));
  weighed.add(byStep(x, y));
  weighed.add(byTopic(x, y));
  weighed.add(byStory(x, y));
  weighed.add(byWords(similarity));
  return weighed;
}

/** A share in words is weighed as the percent it is. */
const comparable = (claim: RecordedClaim): Told => toldBy(inPercent(claim));

/** True where what is counted or measured, or what happens to it, makes two questions of them: most pairs fail by that, and need no more look. */
export function countApart(a: RecordedClaim, b: RecordedClaim): boolean {
  const [x, y] = [comparable(a), comparable(b)];
  return [byUnit, byNoun, byAct].some((by) => (by(x, y)?.veto ?? null) !== null);
}

class Weighed implements Alignment {
  score = 0;
  veto: Veto | null = null;
  private readonly findings: NonNullable<Finding>[] = [];

  constructor(readonly scope: ScopeRelation) {}

  add(finding: Finding): void {
    if (finding === null) return;
    this.score += finding.weight;
    this.veto ??= finding.veto;
    this.findings.push(finding);
  }

  get reasons(): Reason[] {
    return this.findings.map(({ feature, weight, words }) => ({ feature, weight, words: typeof words === 'string' ? words : words() }));
  }
}
