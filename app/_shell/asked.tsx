import { NothingThen } from '@/app/_ui/nothing-then';
import type { Asked } from '@/db/published';
import { ok, type Result } from '@/lib/base';
import { type Moments, momentsAsked, notOnRecordThen } from '@/lib/publication';
import type { Ask, PublicAnswer } from './public-page';

/** Names of the parameters that ask for another moment. */
export const MOMENTS = ['asof', 'known'];

/** What an address answers at the moments it asks for, with whether they are another than this one. A moment that cannot be is refused. */
export async function askedFor<Found>(
  { read, query }: Pick<Ask, 'read' | 'query'>,
  id: string,
  asked: (from: Ask['read'], id: string, moments: Moments) => Promise<Asked<Found>>,
): Promise<Result<Asked<Found> & { moments: Moments; isPast: boolean }>> {
  const moments = momentsAsked(query);
  if (!moments.ok) return moments;
  const { asof, known } = moments.value;
  return ok({ ...(await asked(read, id, moments.value)), moments: moments.value, isPast: asof !== null || known !== null });
}

/** The address with what was asked of it. */
export const sameQuery = (path: string, { query }: Pick<Ask, 'query'>): string => (query.size > 0 ? `${path}?${query}` : path);

/** Of something of which nothing was on record at that moment: a page that says so, or the refusal where data was asked for. */
export function nothingThen(
  { moments, why }: Extract<Asked<unknown>, { kind: 'nothing' }> & { moments: Moments },
  today: { title: string; path: string },
): PublicAnswer {
  const refusal = notOnRecordThen(moments, why);
  const head = { title: `Not on record then: ${today.title}`, description: refusal.cause, canonical: today.path, noindex: true };
  return { kind: 'page', head, body: <NothingThen moments={moments} why={why} today={today} />, gone: 404, refusal };
}
