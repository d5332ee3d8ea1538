/** As many as the channels and applications of a busy moment; more would cost memory without being found again. */
const REMEMBERED = 4096;

/** V8 copies shorter substrings anyway; longer ones are views that keep the whole text alive. */
const SHORTEST_VIEW = 13;

/**
 * Gives equal fields of a column one string, and a string of its own instead of a view on the file.
 *
 * A call's rows repeat most of their values, so this decides how much memory a file takes.
 */
export class SharedStrings {
  readonly #columns: Column[] = [];

  share(column: number, text: string): string {
    if (text === '') return '';
    const known = (this.#columns[column] ??= { last: '', beforeLast: '', all: new Map() });
    if (text === known.last) return known.last;
    // Two channels of a call take turns.
    const shared = text === known.beforeLast ? known.beforeLast : remembered(known.all, text);
    known.beforeLast = known.last;
    known.last = shared;
    return shared;
  }
}

interface Column {
  last: string;
  beforeLast: string;
  readonly all: Map<string, string>;
}

function remembered(all: Map<string, string>, text: string): string {
  const shared = all.get(text);
  if (shared !== undefined) return shared;
  if (all.size >= REMEMBERED) all.clear();
  const own = text.length < SHORTEST_VIEW ? text : ` ${text}`.slice(1);
  all.set(own, own);
  return own;
}
