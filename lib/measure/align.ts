import { byAct, byDirection, byMagnitude, byNoun, byScope, byStep, bySubject, byTime, byTopic, byUnit } from './features';
import { byNeighbours, byStory, byText, byWords } from './features-text';
import type { Finding, Veto } from './finding';
import { type ScopeRelation, scopeRelation } from './scope';
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
  const scope = scopeRelation(a, b);
  const alignment = new Aligned(a, b, scope);
  for (const finding of findingsOf(toldBy(a), toldBy(b), scope)) {
    if (finding === null) continue;
    alignment.score += finding.weight;
    alignment.veto ??= finding.veto;
  }
  return alignment;
}

function findingsOf(x: Told, y: Told, scope: ScopeRelation): Finding[] {
  const act = byAct(x, y);
  const similarity = cosine(x.words, y.words);
  return [
    byUnit(x, y),
    byNoun(x, y),
    act,
    byDirection(x, y, act),
    bySubject(x, y),
    byTime(x, y),
    byScope(x, y, scope),
    byMagnitude(x, y),
    byText(x, y, similarity),
    byNeighbours(x, y),
    byStep(x, y),
    byTopic(x, y),
    byStory(x, y),
    byWords(similarity),
  ];
}

/** Holds no reasons: very many pairs are kept for a while, and of a few somebody reads why. */
class Aligned implements Alignment {
  score = 0;
  veto: Veto | null = null;

  constructor(
    private readonly a: RecordedClaim,
    private readonly b: RecordedClaim,
    readonly scope: ScopeRelation,
  ) {}

  get reasons(): Reason[] {
    const [x, y] = [toldBy(this.a), toldBy(this.b)];
    return findingsOf(x, y, this.scope).flatMap((finding) => (finding === null ? [] : [inWords(finding, x, y)]));
  }
}

const inWords = ({ feature, weight, words }: NonNullable<Finding>, x: Told, y: Told): Reason => ({
  ...{ feature, weight, words: typeof words === 'string' ? words : words(x, y) },
});

/** True where what is counted or measured, or what happens to it, makes two questions of them: most pairs fail by that, and need no more look. */
export function countApart(a: RecordedClaim, b: RecordedClaim): boolean {
  const [x, y] = [toldBy(a), toldBy(b)];
  return isVeto(byUnit(x, y)) || isVeto(byNoun(x, y)) || isVeto(byAct(x, y));
}

const isVeto = (finding: Finding): boolean => finding !== null && finding.veto !== null;
