/**
 * Dice that fall the same at every run: 2³² seeds, each with as many independent streams (sfc32).
 *
 * Every call throws its own, so that what one call does never changes another.
 */
export class Dice {
  #a: number;
  #b: number;
  #c = 0x9e3779b9;
  #counter = 1;

  constructor(seed: number, stream = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 bits, as a whole number that may be negative. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum;
  }

  /** A number in [0, 1). */
  fraction(): number {
    return (this.bits() >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** A number between the two. */
  between(least: number, most: number): number {
    return least + this.fraction() * (most - least);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** Waiting times and talks: most are short, few are very long. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.fraction());
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.fraction() * items.length)] as Item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.whole(0, index);
      [result[index], result[other]] = [result[other] as Item, result[index] as Item];
    }
    return result;
  }

  digits(count: number): string {
    return String(Math.floor(this.fraction() * 10 ** count)).padStart(count, '0');
  }

  uuid(): string {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()].map((bits) => (bits >>> 0).toString(16).padStart(8, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
