/** What holds claims together and what keeps them apart, by their ids. A claim that nothing was said of stands alone. */
export class Bonds {
  private readonly above = new Map<string, string>();
  private readonly foes = new Map<string, Set<string>>();
  private readonly joined = new Set<string>();

  /** The same for all that are held together. */
  rootOf(id: string): string {
    let root = id;
    for (let next = this.above.get(root); next !== undefined; next = this.above.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = this.above.get(at) as string;
      this.above.set(at, root);
      at = next;
    }
    return root;
  }

  /** True of a claim that is held together with another. */
  isHeld(id: string): boolean {
    return this.joined.has(id);
  }

  areTogether(a: string, b: string): boolean {
    return this.rootOf(a) === this.rootOf(b);
  }

  areApart(a: string, b: string): boolean {
    return this.foes.get(this.rootOf(a))?.has(this.rootOf(b)) ?? false;
  }

  /** True of a claim that is kept apart from one of these, each the root of what it is held together with. */
  isApartFromAny(id: string, roots: ReadonlySet<string>): boolean {
    for (const foe of this.foes.get(this.rootOf(id)) ?? []) if (roots.has(foe)) return true;
    return false;
  }

  /** Nothing is held together, and nothing apart. */
  areSilent(): boolean {
    return this.above.size === 0 && this.foes.size === 0;
  }

  /** Holds two together, and all that is held together with either; false where they are kept apart. */
  join(a: string, b: string): boolean {
    const [into, from] = [this.rootOf(a), this.rootOf(b)];
    if (into === from) return true;
    if (this.areApart(into, from)) return false;
    this.above.set(from, into);
    for (const id of [a, b]) this.joined.add(id);
    for (const foe of this.foes.get(from) ?? []) {
      this.foes.get(foe)?.delete(from);
      this.setApart(foe, into);
    }
    this.foes.delete(from);
    return true;
  }

  /** Keeps two apart, and all that is held together with either; false where they are held together. */
  part(a: string, b: string): boolean {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    if (x === y) return false;
    this.setApart(x, y);
    return true;
  }

  private setApart(x: string, y: string): void {
    for (const [one, other] of [
      [x, y],
      [y, x],
    ] as const)
      this.foes.set(one, (this.foes.get(one) ?? new Set()).add(other));
  }

  copy(): Bonds {
    const copy = new Bonds();
    for (const [id, next] of this.above) copy.above.set(id, next);
    for (const [root, foes] of this.foes) copy.foes.set(root, new Set(foes));
    for (const id of this.joined) copy.joined.add(id);
    return copy;
  }
}
