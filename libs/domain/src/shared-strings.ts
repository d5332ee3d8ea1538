/** Places for the strings of a column; as many as the channels and applications of a busy moment. A power of two. */
const PLACES = 4096;

/** V8 copies shorter substrings anyway; longer ones are views that keep the whole text alive. */
const SHORTEST_VIEW = 13;

/**
 * Gives equal fields of a column one string, and a string of its own instead of a view on the file.
 *
 * A call's rows repeat most of their values, so this decides how much memory a file takes. It forgets a value when
 * another one needs its place: then equal fields get two strings, which costs memory and nothing else.
 */
export class SharedStrings {
  readonly #columns: Column[] = [];

  share(column: number, text: string): string {
    if (text === '') return '';
    const known = (this.#columns[column] ??= { last: '', beforeLast: '', places: new Array<string | undefined>(PLACES) });
    if (text === known.last) return known.last;
    // Two channels of a call take turns.
    const shared = text === known.beforeLast ? known.beforeLast : remembered(known.places, text);
    known.beforeLast = known.last;
    known.last = shared;
    return shared;
  }
}

interface Column {
  last: string;
  beforeLast: string;
  readonly places: (string | undefined)[];
}

/** Where a text has its place: ids and channel names differ at their ends. */
function placeOf(text: string): number {
  const { length } = text;
  let place = length;
  for (let index = Math.max(0, length - 6); index < length; index++) place = (place * 31 + text.charCodeAt(index)) | 0;
  return (place * 31 + text.charCodeAt(length >> 1)) & (PLACES - 1);
}

function remembered(places: (string | undefined)[], text: string): string {
  const place = placeOf(text);
  const known = places[place];
  if (known === text) return known;
  const own = text.length < SHORTEST_VIEW ? text : ` ${text}`.slice(1);
  places[place] = own;
  return own;
}
