import { NothingThen } from '@/app/_ui/nothing-then';
import { type AskedMeasure, measureAsked } from '@/db/published';
import { ok, type Result } from '@/lib/base';
import { type Moments, momentsAsked } from '@/lib/publication';
import type { Ask, PublicAnswer } from './public-page';

/** Names of the parameters that ask for another moment. */
export const MOMENTS = ['asof', 'known'];

export interface Asked extends AskedMeasure {
  moments: Moments;
  /** Another moment than this one is asked for. */
  isPast: boolean;
}

/** A measure with the moments that the address asks for. A moment that cannot be is refused. */
export async function askedFor({ read, query }: Pick<Ask, 'read' | 'query'>, id: string): Promise<Result<Asked>> {
  const moments = momentsAsked(query);
  if (!moments.ok) return moments;
  const { asof, known } = moments.value;
  return ok({ ...(await measureAsked(read, id, moments.value)), moments: moments.value, isPast: asof !== null || known !== null });
}

/** A page of something of which nothing was on record at that moment: known, and empty then. */
export const nothingThen = (moments: Moments, today: { title: string; path: string }): PublicAnswer => ({
  kind: 'page',
  head: {
    title: `Nothing on record: ${today.title}`,
    description: 'Nothing of this was on record then.',
    canonical: today.path,
    noindex: true,
  },
  body: <NothingThen moments={moments} today={today} />,
  gone: 404,
});
