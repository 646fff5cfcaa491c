import { type FieldFault, linkFault, ok, type Result, refuse, refusedForm } from '@/lib/base';
import { REASON_CODES, type Ruling, VERDICTS, type Verdict } from './types';

/** What a reviewer decides; ids, dates and positions are added by the record. */
export type RulingInput = Pick<Ruling, 'verdicts' | 'accepted' | 'reasonCode' | 'rationale' | 'evidence' | 'noEvidence'> &
  Partial<Pick<Ruling, 'certainty' | 'dissent'>>;

/** Short enough to be written, long enough to be read: a rationale of one word explains nothing. */
export const LIMITS = { rationaleWords: 5, reasonWords: 3, characters: 10_000, evidence: 20 } as const;

const MAY_BE_ACCEPTED: readonly Verdict[] = ['supported', 'consistent'];

/**
 * Checks a ruling against the number of positions its case has now. The refusal is 422 and names the first fault and its field, and all
 * of them where there are several.
 */
export function checkRuling(ruling: RulingInput, positions: number): Result<RulingInput> {
  const faults = [
    ...verdictFaults(ruling, positions),
    ...(REASON_CODES.includes(ruling.reasonCode)
      ? []
      : [fault('ReasonCodeUnknown', 'The reason code is not one of the list.', 'Choose one of the reasons offered.', 'reasonCode')]),
    ...acceptedFaults(ruling, positions),
    ...groundsFaults(ruling),
  ];
  const [first, ...others] = faults;
  return first ? { ok: false, refusal: refusedForm([first, ...others]) } : ok(ruling);
}

/** What is wrong with the reason and the evidence, whatever the verdicts are. */
export const groundsFaults = (grounds: Pick<RulingInput, 'rationale' | 'evidence' | 'noEvidence'>): FieldFault[] => [
  ...reasonFaults(grounds.rationale, LIMITS.rationaleWords, 'rationale'),
  ...evidenceFaults(grounds),
];

function verdictFaults({ verdicts }: RulingInput, positions: number): FieldFault[] {
  if (verdicts.length > positions)
    return [
      fault(
        'VerdictMissing',
        `The case has ${positions} positions, and more were judged.`,
        'Choose one for each position.',
        `verdict.${positions}`,
      ),
    ];
  return Array.from({ length: positions }, (_, at) => at).flatMap((at) => {
    const verdict = verdicts[at];
    if (verdict === undefined)
      return [fault('VerdictMissing', `Position ${letterOf(at)} has no verdict.`, 'Choose one for each position.', `verdict.${at}`)];
    if (VERDICTS.includes(verdict)) return [];
    const cause = `The verdict on position ${letterOf(at)} is not one of the list.`;
    return [fault('VerdictUnknown', cause, 'Choose one of the verdicts offered.', `verdict.${at}`)];
  });
}

/** Positions are named by their place: A, B, C. */
const letterOf = (index: number): string => String.fromCharCode(65 + index);
/** What a form calls the field. */
const called = (field: string): string => (field === 'rationale' ? 'reason' : field);

/** A reason that people will read: so many words at least, of bounded length. */
export function checkReason(text: string, words: number, field: string): Result<string> {
  const [first] = reasonFaults(text, words, field);
  return first ? refuse(422, first.code, first.cause, first.next, { field }) : ok(text.trim());
}

function reasonFaults(text: string, words: number, field: string): FieldFault[] {
  const reason = text.trim();
  const count = reason === '' ? 0 : reason.split(/\s+/).length;
  if (count < words) {
    const cause = count === 0 ? `The ${called(field)} is empty.` : `The ${called(field)} has ${count} of at least ${words} words.`;
    return [fault('ReasonTooShort', cause, 'Say in a sentence why, so that a reader can follow it.', field)];
  }
  if (reason.length <= LIMITS.characters) return [];
  const cause = `The ${called(field)} has ${reason.length} characters.`;
  return [fault('TextTooLong', cause, `Keep it under ${LIMITS.characters} characters.`, field)];
}

function acceptedFaults({ accepted, verdicts }: RulingInput, positions: number): FieldFault[] {
  if (accepted === null) return [];
  if (!Number.isInteger(accepted) || accepted < 0 || accepted >= positions)
    return [fault('AcceptedUnknown', 'The accepted position is none of this case.', 'Choose one of its positions, or none.', 'accepted')];
  const verdict = verdicts[accepted];
  if (verdict === undefined || MAY_BE_ACCEPTED.includes(verdict)) return [];
  const next = 'Mark it as supported or consistent, or accept none.';
  const cause = `Position ${letterOf(accepted)} is accepted, and its verdict is “${verdict.replace('-', ' ')}”.`;
  return [fault('AcceptedNotSupported', cause, next, `verdict.${accepted}`)];
}

function evidenceFaults({ evidence, noEvidence }: Pick<RulingInput, 'evidence' | 'noEvidence'>): FieldFault[] {
  if (evidence.length === 0 && !noEvidence)
    return [fault('EvidenceMissing', 'The ruling names no evidence.', 'Add a link, or say that none was found.', 'evidence.0.url')];
  if (evidence.length > 0 && noEvidence)
    return [fault('EvidenceTwofold', 'The ruling has links and says that none was found.', 'Keep one of the two.', 'noEvidence')];
  if (evidence.length > LIMITS.evidence) {
    const [cause, field] = [`The ruling has ${evidence.length} links.`, `evidence.${LIMITS.evidence}.url`];
    return [fault('EvidenceTooMany', cause, `Keep the best ${LIMITS.evidence}.`, field)];
  }
  return evidence.flatMap(({ url, note }, at) => {
    const wrong = linkFault(url);
    if (wrong) return [fault('EvidenceUrl', wrong.cause, wrong.next, `evidence.${at}.url`)];
    if (note.length <= LIMITS.characters) return [];
    const cause = `A note has ${note.length} characters.`;
    return [fault('TextTooLong', cause, `Keep it under ${LIMITS.characters}.`, `evidence.${at}.note`)];
  });
}

const fault = (code: string, cause: string, next: string, field: string): FieldFault => ({ code, cause, next, field });
