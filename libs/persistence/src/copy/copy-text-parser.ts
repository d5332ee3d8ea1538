/** One row of a COPY; null is SQL's null. */
export type CopyRow = readonly (string | null)[];

const NEWLINE = 10;
const NULL = '\\N';

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Reads COPY's text format in pieces as they come. Fields are views on the piece: what is kept must be copied. */
export class CopyTextParser {
  #rest: Buffer[] = [];

  /** The rows that this piece completes. */
  rows(piece: Buffer): CopyRow[] {
    const cut = piece.lastIndexOf(NEWLINE) + 1;
    if (cut === 0) {
      this.#rest.push(piece);
      return [];
    }
    // A line never ends inside a character, so whole lines can be decoded by themselves.
    const whole = piece.subarray(0, cut);
    const lines = this.#rest.length === 0 ? whole : Buffer.concat([...this.#rest, whole]);
    this.#rest = cut === piece.length ? [] : [piece.subarray(cut)];
    return rowsOf(lines.toString('utf8'));
  }
}

function rowsOf(lines: string): CopyRow[] {
  const rows: CopyRow[] = [];
  const escapes = lines.includes('\\');
  for (let from = 0; from < lines.length;) {
    const until = lines.indexOf('\n', from);
    const fields = lines.slice(from, until).split('\t');
    rows.push(escapes ? fields.map(unescaped) : fields);
    from = until + 1;
  }
  return rows;
}

function unescaped(field: string): string | null {
  if (!field.includes('\\')) return field;
  return field === NULL ? null : field.replace(/\\(.)/g, (_all, character: string) => ESCAPED[character] ?? character);
}
