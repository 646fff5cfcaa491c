import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { refusal } from '@/lib/base';

export const dynamic = 'force-dynamic';

/** Where the form of the history leads: the address of the comparison. */
export const GET = publicRoute(
  async ({ params, query }): Promise<PublicAnswer> => {
    const [id, a, b] = [params.id ?? '', query.get('a') ?? '', query.get('b') ?? ''];
    if (!ID_PATTERN.test(id)) return { kind: 'missing' };
    if (![a, b].every((number) => /^[1-9]\d{0,8}$/.test(number)))
      return {
        kind: 'wrong',
        refusal: refusal(
          422,
          'EditionMalformed',
          'Two editions are compared by their numbers.',
          'Choose one in each column of the history.',
        ),
      };
    const [first, second] = Number(a) <= Number(b) ? [a, b] : [b, a];
    return { kind: 'elsewhere', to: `/measures/${id}/compare/${first}...${second}` };
  },
  ['a', 'b'],
);
