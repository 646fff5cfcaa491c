import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { editionRecord } from '@/db/published';
import { compareEditions } from '@/lib/publication';
import { CompareView } from './compare-view';

export const dynamic = 'force-dynamic';

/** What changed for readers from one edition of a measure to another: `3...7`. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  const [, a, b] = /^([1-9]\d{0,8})\.\.\.([1-9]\d{0,8})$/.exec(params.pair ?? '') ?? [];
  if (!ID_PATTERN.test(id) || a === undefined || b === undefined) return { kind: 'missing' };
  const [one, other] = [await editionRecord(read, id, Number(a)), await editionRecord(read, id, Number(b))];
  const title = other?.record?.title ?? one?.record?.title;
  if (!one || !other || title === undefined) return { kind: 'missing' };
  return {
    kind: 'page',
    head: {
      title: `Editions ${a} and ${b}: ${title}`,
      description: `What changed for readers from edition ${a} to edition ${b}.`,
      canonical: `/measures/${id}/compare/${a}...${b}`,
      noindex: true,
    },
    body: <CompareView id={id} title={title} one={one} other={other} changes={compareEditions(one.record, other.record)} />,
  };
});
