import { countedOf } from './nouns';
import type { RecordedClaim } from './types';
import { isCurrency } from './units';

/** Questions by act and direction; {things} and {who} are filled in. The claim's own words serve where no row fits. */
const QUESTIONS: Record<string, string> = {
  'aid out': 'How many {things} has {who} given assistance to?',
  'aid in': 'How many {things} have given assistance to {who}?',
  die: 'How many {things} died?',
  injure: 'How many {things} were injured?',
  arrest: 'How many {things} were arrested?',
  missing: 'How many {things} are missing?',
  rescue: 'How many {things} were rescued?',
  'meet out': 'How many {things} has {who} held?',
};

const mostFrequent = (words: readonly string[]): string | null => {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
};

const present = (words: (string | null)[]): string[] => words.filter((word): word is string => !!word);

/** The question that the members answer, in their own words as far as possible. */
export function titleOf(claims: readonly RecordedClaim[]): string {
  const wholes = claims.filter((claim) => claim.partOf === null);
  const members = wholes.length > 0 ? wholes : claims;
  const widest = Math.max(...members.map((claim) => countedOf(claim).heads.length));
  const things = mostFrequent(present(members.filter((claim) => countedOf(claim).heads.length === widest).map((claim) => claim.noun)));
  const who = mostFrequent(present(members.map((claim) => claim.frame.subject)));
  const act = mostFrequent(present(members.map((claim) => claim.frame.act)));
  const direction = mostFrequent(present(members.map((claim) => claim.frame.direction)));
  const question = QUESTIONS[`${act} ${direction}`] ?? QUESTIONS[act ?? ''];
  if (things && question && (who || !question.includes('{who}'))) return question.replace('{things}', things).replace('{who}', who ?? '');
  const measure = mostFrequent(members.map((claim) => claim.measure.trim())) || things || 'this figure';
  const unit = mostFrequent(present(members.map((claim) => claim.unit)));
  if (unit) return isCurrency(unit) ? `How much money: ${measure}?` : `How much is it in ${unit}: ${measure}?`;
  return `How many ${measure}?`;
}
