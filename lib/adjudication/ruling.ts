import { linkFault, ok, type Result, refuse } from '@/lib/base';
import { REASON_CODES, type Ruling, VERDICTS, type Verdict } from './types';

/** What a reviewer decides; ids, dates and positions are added by the record. */
export type RulingInput = Pick<Ruling, 'verdicts' | 'accepted' | 'reasonCode' | 'rationale' | 'evidence' | 'noEvidence'>;

/** Short enough to be written, long enough to be read: a rationale of one word explains nothing. */
export const LIMITS = { rationaleWords: 5, reasonWords: 3, characters: 10_000, evidence: 20 } as const;

const MAY_BE_ACCEPTED: readonly Verdict[] = ['supported', 'consistent'];

/** Checks a ruling against the number of positions its case has now. Refusals are 422 and name the field of the form. */
export function checkRuling(ruling: RulingInput, positions: number): Result<RulingInput> {
  if (ruling.verdicts.length !== positions) {
    const missing = Math.min(ruling.verdicts.length, positions);
    const cause =
      missing < positions ? `Position ${letterOf(missing)} has no verdict.` : `The case has ${positions} positions, and more were judged.`;
    return fault('VerdictMissing', cause, 'Choose one for each position.', `verdict.${missing}`);
  }
  const unknown = ruling.verdicts.findIndex((verdict) => !VERDICTS.includes(verdict));
  if (unknown >= 0) {
    const cause = `The verdict on position ${letterOf(unknown)} is not one of the list.`;
    return fault('VerdictUnknown', cause, 'Choose one of the verdicts offered.', `verdict.${unknown}`);
  }
  if (!REASON_CODES.includes(ruling.reasonCode))
    return fault('ReasonCodeUnknown', 'The reason code is not one of the list.', 'Choose one of the reasons offered.', 'reasonCode');
  const accepted = checkAccepted(ruling, positions);
  if (!accepted.ok) return accepted;
  const rationale = checkReason(ruling.rationale, LIMITS.rationaleWords, 'rationale');
  if (!rationale.ok) return rationale;
  return checkEvidence(ruling);
}

/** Positions are named by their place: A, B, C. */
const letterOf = (index: number): string => String.fromCharCode(65 + index);
/** What a form calls the field. */
const called = (field: string): string => (field === 'rationale' ? 'reason' : field);

/** A reason that people will read: so many words at least, of bounded length. */
export function checkReason(text: string, words: number, field: string): Result<string> {
  const reason = text.trim();
  const count = reason === '' ? 0 : reason.split(/\s+/).length;
  if (count < words) {
    const cause = count === 0 ? `The ${called(field)} is empty.` : `The ${called(field)} has ${count} of at least ${words} words.`;
    return fault('ReasonTooShort', cause, 'Say in a sentence why, so that a reader can follow it.', field);
  }
  if (reason.length > LIMITS.characters) {
    return fault(
      'TextTooLong',
      `The ${called(field)} has ${reason.length} characters.`,
      `Keep it under ${LIMITS.characters} characters.`,
      field,
    );
  }
  return ok(reason);
}

function checkAccepted(ruling: RulingInput, positions: number): Result<RulingInput> {
  const { accepted } = ruling;
  if (accepted === null) return ok(ruling);
  if (!Number.isInteger(accepted) || accepted < 0 || accepted >= positions)
    return fault('AcceptedUnknown', 'The accepted position is none of this case.', 'Choose one of its positions, or none.', 'accepted');
  const verdict = ruling.verdicts[accepted]!;
  if (!MAY_BE_ACCEPTED.includes(verdict)) {
    const next = 'Mark it as supported or consistent, or accept none.';
    const cause = `Position ${letterOf(accepted)} is accepted, and its verdict is “${verdict.replace('-', ' ')}”.`;
    return fault('AcceptedNotSupported', cause, next, `verdict.${accepted}`);
  }
  return ok(ruling);
}

function checkEvidence(ruling: RulingInput): Result<RulingInput> {
  const { evidence, noEvidence } = ruling;
  if (evidence.length === 0 && !noEvidence)
    return fault('EvidenceMissing', 'The ruling names no evidence.', 'Add a link, or say that none was found.', 'evidence.0.url');
  if (evidence.length > 0 && noEvidence)
    return fault('EvidenceTwofold', 'The ruling has links and says that none was found.', 'Keep one of the two.', 'noEvidence');
  if (evidence.length > LIMITS.evidence)
    return fault(
      'EvidenceTooMany',
      `The ruling has ${evidence.length} links.`,
      `Keep the best ${LIMITS.evidence}.`,
      `evidence.${LIMITS.evidence}.url`,
    );
  for (const [index, { url, note }] of evidence.entries()) {
    const wrong = linkFault(url);
    if (wrong) return fault('EvidenceUrl', wrong.cause, wrong.next, `evidence.${index}.url`);
    if (note.length > LIMITS.characters)
      return fault('TextTooLong', `A note has ${note.length} characters.`, `Keep it under ${LIMITS.characters}.`, `evidence.${index}.note`);
  }
  return ok(ruling);
}

const fault = (code: string, cause: string, next: string, field: string): Result<never> => refuse(422, code, cause, next, { field });
