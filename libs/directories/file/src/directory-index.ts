import type { Directory } from '@callstitch/application';
import type { DirectoryEntry } from '@callstitch/domain';
import type { Mistakes } from './mistakes.js';
import type { Placed } from './yaml-reader.js';

interface Indexed {
  readonly entry: DirectoryEntry;
  readonly line: number;
}

/** A directory in memory. A number or line that two entries claim is a mistake that names both places. */
export class DirectoryIndex implements Directory {
  readonly #numbers = new Map<string, Indexed>();
  readonly #endpoints = new Map<string, Indexed>();
  readonly #trunks: string[] = [];

  constructor(private readonly mistakes: Mistakes) {}

  get trunks(): readonly string[] {
    return this.#trunks;
  }

  byEndpoint(endpoint: string): DirectoryEntry | null {
    return this.#endpoints.get(endpoint)?.entry ?? null;
  }

  byNumber(number: string): DirectoryEntry | null {
    return this.#numbers.get(number)?.entry ?? null;
  }

  addTrunk(trunk: string): void {
    if (!this.#trunks.includes(trunk)) this.#trunks.push(trunk);
  }

  /** Lines default to the numbers; a number that somebody else has is said once, not again as a line. */
  addEntry(entry: DirectoryEntry, { numbers, lines }: { readonly numbers: readonly Placed[]; readonly lines: readonly Placed[] }): void {
    const own = numbers.filter((number) => this.#claim(this.#numbers, number, { entry, kind: 'number' }));
    for (const line of lines.length > 0 ? lines : own) {
      this.#claim(this.#endpoints, { ...line, text: withoutTechnology(line.text) }, { entry, kind: 'phone line' });
    }
  }

  #claim(
    taken: Map<string, Indexed>,
    { text, line }: Placed,
    { entry, kind }: { readonly entry: DirectoryEntry; readonly kind: string },
  ): boolean {
    const other = taken.get(text);
    if (other === undefined) taken.set(text, { entry, line });
    else
      this.mistakes.add(line, `${kind} ${text} is given to ${entry.name} here and to ${other.entry.name} in line ${other.line}; leave one`);
    return other === undefined;
  }
}

/** `PJSIP/alice` and `alice` are the same line: the endpoint part is what channel names have. */
function withoutTechnology(line: string): string {
  return line.replace(/^[A-Za-z0-9]+\//, '');
}
