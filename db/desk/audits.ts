import { asc, sql } from 'drizzle-orm';
import type { Reads } from '../open';
import { caseEvents } from '../schema';

/** What became of the rulings that two agreed on and of which a share is audited. */
export interface Audits {
  /** Rulings that could have been drawn, and those that were. */
  agreed: number;
  drawn: number;
  /** Of those drawn: let stand by a third person, not let stand, and not looked at yet. */
  stood: number;
  fell: number;
  owed: number;
}

/** Counted over all cases. One that was reopened, dismissed, ruled anew or returned before anybody said that it stands did not stand. */
export async function readAudits(from: Reads): Promise<Audits> {
  const counted: Audits = { agreed: 0, drawn: 0, stood: 0, fell: 0, owed: 0 };
  const some = sql`(SELECT case_id FROM ${caseEvents} WHERE body ->> '$.audit.share' IS NOT NULL)`;
  const events = await from
    .select({ caseId: caseEvents.caseId, body: caseEvents.body })
    .from(caseEvents)
    .where(sql`${caseEvents.caseId} IN ${some}`)
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.revision));
  let owedOf: string | null = null;
  for (const { caseId, body } of events) {
    if (owedOf !== null && owedOf !== caseId) {
      counted.owed += 1;
      owedOf = null;
    }
    if (owedOf !== null && body.type !== 'changed') {
      if (body.type === 'audited') counted.stood += 1;
      else counted.fell += 1;
      owedOf = null;
    }
    if (body.type !== 'ruled' || !body.audit) continue;
    counted.agreed += 1;
    if (!body.audit.drawn) continue;
    counted.drawn += 1;
    owedOf = caseId;
  }
  if (owedOf !== null) counted.owed += 1;
  return counted;
}
