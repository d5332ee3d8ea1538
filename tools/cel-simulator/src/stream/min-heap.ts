/** Items in order of their key; of equal keys, the one that came first. */
export class MinHeap<Item> {
  readonly #keys: number[] = [];
  readonly #arrivals: number[] = [];
  readonly #items: Item[] = [];
  #arrived = 0;

  get size(): number {
    return this.#items.length;
  }

  /** The least key; infinite when there is nothing. */
  get least(): number {
    return this.#keys[0] ?? Infinity;
  }

  push(key: number, item: Item): void {
    this.#put(this.#items.length, key, this.#arrived++, item);
    this.#up(this.#items.length - 1);
  }

  pop(): Item | undefined {
    const top = this.#items[0];
    const [key, arrival, item] = [this.#keys.pop(), this.#arrivals.pop(), this.#items.pop()];
    if (key === undefined || arrival === undefined || item === undefined || this.#items.length === 0) return top;
    this.#put(0, key, arrival, item);
    this.#down();
    return top;
  }

  #put(at: number, key: number, arrival: number, item: Item): void {
    this.#keys[at] = key;
    this.#arrivals[at] = arrival;
    this.#items[at] = item;
  }

  #isBefore(one: number, other: number): boolean {
    const [key, otherKey] = [this.#keys[one]!, this.#keys[other]!];
    return key < otherKey || (key === otherKey && this.#arrivals[one]! < this.#arrivals[other]!);
  }

  #swap(one: number, other: number): void {
    const [key, arrival, item] = [this.#keys[one]!, this.#arrivals[one]!, this.#items[one]!];
    this.#put(one, this.#keys[other]!, this.#arrivals[other]!, this.#items[other]!);
    this.#put(other, key, arrival, item);
  }

  #up(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #down(): void {
    for (let at = 0; ;) {
      let child = 2 * at + 1;
      if (child >= this.size) return;
      if (child + 1 < this.size && this.#isBefore(child + 1, child)) child++;
      if (!this.#isBefore(child, at)) return;
      this.#swap(at, child);
      at = child;
    }
  }
}
