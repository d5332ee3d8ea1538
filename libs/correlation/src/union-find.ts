/** Disjoint sets over small integers, with path halving and union by size: near-linear for any order of joins. */
export class UnionFind {
  private readonly parents: number[] = [];
  private readonly sizes: number[] = [];

  /** Adds an element that belongs to nobody yet. */
  add(): number {
    const element = this.parents.length;
    this.parents.push(element);
    this.sizes.push(1);
    return element;
  }

  /** The set an element belongs to, named by one of its members. */
  find(element: number): number {
    let current = element;
    let parent = this.parents[current] as number;
    while (parent !== current) {
      const grandparent = this.parents[parent] as number;
      this.parents[current] = grandparent;
      current = grandparent;
      parent = this.parents[current] as number;
    }
    return current;
  }

  join(one: number, other: number): void {
    let larger = this.find(one);
    let smaller = this.find(other);
    if (larger === smaller) return;
    if ((this.sizes[larger] as number) < (this.sizes[smaller] as number)) [larger, smaller] = [smaller, larger];
    this.parents[smaller] = larger;
    this.sizes[larger] = (this.sizes[larger] as number) + (this.sizes[smaller] as number);
  }
}
