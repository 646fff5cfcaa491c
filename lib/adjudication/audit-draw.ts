import { digestOf } from '../audit';
import type { AuditDraw } from './types';

/** Of so many hundredths of a percent the draw is one: fine enough that no share is rounded away. */
const PARTS = 10_000;

/**
 * Whether a ruling that two people agreed on is drawn for an audit, by the case and the head of the log at that moment: nobody can know it
 * before, and everybody with the log can draw it again. @param share percent, 0 to 100.
 */
export function drawAudit(caseId: string, head: string, share: number): AuditDraw {
  const number = Number.parseInt(digestOf({ caseId, head }).slice(0, 12), 16);
  return { head, share, drawn: number % PARTS < share * (PARTS / 100) };
}
