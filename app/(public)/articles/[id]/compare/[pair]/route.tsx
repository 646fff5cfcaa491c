import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { snapshotsCompared } from '@/db/published';
import { TextsView } from './texts-view';

export const dynamic = 'force-dynamic';

/** What changed in the words of an article from one of its texts to another: `1...2`, and with `numbers=1` its numbers alone. */
export const GET = publicRoute(
  async ({ read, params, query }): Promise<PublicAnswer> => {
    const id = params.id ?? '';
    const [, a, b] = /^([1-9]\d{0,5})\.\.\.([1-9]\d{0,5})$/.exec(params.pair ?? '') ?? [];
    if (!ID_PATTERN.test(id) || a === undefined || b === undefined) return { kind: 'missing' };
    const compared = await snapshotsCompared(read, id, [Number(a), Number(b)]);
    if (!compared) return { kind: 'missing' };
    return {
      kind: 'page',
      head: {
        title: `Texts ${a} and ${b}: ${compared.other.article.title ?? 'article without a title'}`,
        description: `What changed from text ${a} of this article to text ${b}.`,
        canonical: `/articles/${id}/compare/${a}...${b}`,
        noindex: true,
      },
      body: <TextsView id={id} compared={compared} onlyNumbers={query.get('numbers') === '1'} />,
      ...(compared.withheld ? { gone: 451 } : {}),
    };
  },
  ['numbers'],
);
