/** What holds claims together and what keeps them apart, by their ids. A claim that nothing was said of stands alone. */
export class Bonds {
  private readonly above = new Map<string, string>();
  private readonly foes = new Map<string, Set<string>>();
  /** By root, where it stays: whatever stays elsewhere is kept apart from it, without a foe for each. */
  private readonly homes = new Map<string, string>();
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
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    return (this.foes.get(x)?.has(y) ?? false) || this.liveApart(x, y);
  }

  /** True of a claim that is kept apart from one of these, each the root of what it is held together with. */
  isApartFromAny(id: string, roots: ReadonlySet<string>): boolean {
    const own = this.rootOf(id);
    for (const foe of this.foes.get(own) ?? []) if (roots.has(foe)) return true;
    if (this.homes.has(own)) for (const root of roots) if (this.liveApart(own, root)) return true;
    return false;
  }

  /** Nothing is held together, and nothing apart. */
  areSilent(): boolean {
    return this.above.size + this.foes.size + this.homes.size === 0;
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
    const home = this.homes.get(from);
    if (home !== undefined) this.homes.set(into, home);
    this.homes.delete(from);
    return true;
  }

  /** Keeps a claim, and all that is held together with it, apart from what stays elsewhere. Where it stays first, it stays. */
  stay(id: string, home: string): void {
    const root = this.rootOf(id);
    if (!this.homes.has(root)) this.homes.set(root, home);
  }

  private liveApart(x: string, y: string): boolean {
    const [here, there] = [this.homes.get(x), this.homes.get(y)];
    return here !== undefined && there !== undefined && here !== there;
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
    for (const [root, home] of this.homes) copy.homes.set(root, home);
    for (const id of this.joined) copy.joined.add(id);
    return copy;
  }
}
