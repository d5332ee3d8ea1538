/** What is wrong with a file, collected so that all of it is said at once. */
export class Mistakes {
  readonly #found: { readonly line: number; readonly what: string }[] = [];

  add(line: number, what: string): void {
    this.#found.push({ line, what });
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** All mistakes in the order of their lines. */
  sentence(name: string): string {
    const ordered = [...this.#found].sort((one, other) => one.line - other.line);
    const list = ordered.map(({ line, what }) => `- line ${line}: ${what}`).join('\n');
    return `The directory file ${name} has ${ordered.length === 1 ? 'a mistake' : `${ordered.length} mistakes`}; correct and try again:\n${list}`;
  }
}
