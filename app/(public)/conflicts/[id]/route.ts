import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { claimRecord } from '@/db/published';
import { conflictId, conflictsOf, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** A conflict stands on the page of its case, by its anchor. Cases merge, so the way there is never for good. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const [one = '', other = ''] = (params.id ?? '').split('-');
  const known = ID_PATTERN.test(one) && ID_PATTERN.test(other) ? await claimRecord(read, one) : null;
  const page = known && measurePage(known.record);
  const found = page && conflictsOf(page).find(({ a, b }) => (a.id === one && b.id === other) || (a.id === other && b.id === one));
  if (!found || !page.record.case) return { kind: 'missing' };
  return { kind: 'elsewhere', to: `/cases/${page.record.case.id}#x-${conflictId(found)}` };
});
