import { haveOneOrigin, type Passages } from './passages';

/** An article as far as its origin is told by it. */
export interface Compared {
  id: string;
  /** Hash of the normal text: the same text is the same origin, however short it is. */
  textHash: string;
  passages: Passages;
}

/**
 * The origin of each of these articles by its id: the first of those that are reprints of each other, or of a third between them.
 * @param inOrder the first to be published first
 */
export function originsAmong(inOrder: readonly Compared[]): Map<string, string> {
  let groups: Compared[][] = [];
  for (const article of inOrder) {
    const own = groups.filter((group) => group.some((other) => isReprint(article, other)));
    const [first, ...others] = own;
    if (!first) groups.push([article]);
    else {
      first.push(...others.flat(), article);
      if (others.length > 0) groups = groups.filter((group) => !others.includes(group));
    }
  }
  return new Map(groups.flatMap((group) => group.map(({ id }) => [id, (group[0] as Compared).id])));
}

const isReprint = (a: Compared, b: Compared): boolean => a.textHash === b.textHash || haveOneOrigin(a.passages, b.passages);
