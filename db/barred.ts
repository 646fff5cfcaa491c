import type { Extractors } from '@/lib/adjudication';
import { extractedBy } from './by-hand';
import { type CaseRecord, loadRuling } from './case-record';
import type { Reads } from './open';

/** Who may not decide on this case, since they read one of the figures it rests on by hand. */
export const extractorsOf = async (from: Reads, found: CaseRecord): Promise<Extractors> => extractedBy(from, await restingOn(from, found));

/** Who does not publish the ruling of this case, be they an editor: whoever made it, or read a figure of it by hand. */
export const barredFromPublishing = ({ view: { ruledBy } }: CaseRecord, extractors: Extractors): string[] => [
  ...extractors,
  ...(ruledBy === null ? [] : [ruledBy]),
];

/** Who neither decides between two opinions on this case nor audits it: these, and whoever gave one. */
export const barredFromDeciding = (found: CaseRecord, extractors: Extractors): string[] => [
  ...barredFromPublishing(found, extractors),
  ...found.view.opinions.map(({ by }) => by),
];

/** The claims of its positions, those of today and those of the ruling that waits. */
export async function restingOn(from: Reads, { row, view }: CaseRecord): Promise<string[]> {
  const ruling = await loadRuling(from, view.rulingId);
  return [...new Set([...row.positions.flatMap((position) => position.claims), ...(ruling?.positions.flat() ?? [])])];
}
