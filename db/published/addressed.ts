import type { Reads } from '../open';
import { among, ask, words } from '../statement';

/** Measures with their cases, public or not any more: what has an address that may show something else now. */
export const addressed = (from: Reads, measures: readonly string[]): Promise<{ id: string; title: string; caseId: string | null }[]> =>
  ask(
    from,
    words`SELECT m.id, m.title, k.id AS caseId FROM measures m LEFT JOIN cases k ON k.measure_id = m.id WHERE m.id IN ${among(measures)}`,
  );
