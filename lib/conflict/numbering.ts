type Word = string | number | boolean | null;

interface Node {
  next: Map<Word, Node>;
  number: number;
}

const EMPTY: ReadonlyMap<Word, Node> = new Map();

/**
 * Numbers runs of words in the order in which they first come: the same run has the same number. No text is put together for it. Words of
 * which there are few belong to the front, so that runs share their beginnings.
 */
export class Numbering {
  private readonly root = fresh();
  private count = 0;

  numberOf(words: readonly Word[]): number {
    let node = this.root;
    for (const word of words) node = node.next.get(word) ?? follow(node, word);
    if (node.number < 0) {
      node.number = this.count;
      this.count += 1;
    }
    return node.number;
  }
}

function follow(node: Node, word: Word): Node {
  const next = fresh();
  if (node.next === EMPTY) node.next = new Map();
  node.next.set(word, next);
  return next;
}

/** Most runs end in words of their own: a map is made when something follows. */
const fresh = (): Node => ({ next: EMPTY as Map<Word, Node>, number: -1 });
