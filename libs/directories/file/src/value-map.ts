/** The way from the top of a file to a value, e.g. `users`, 3, `uuid`. */
export type Path = readonly (string | number)[];

/** What is wrong, and where. */
export interface Fault {
  readonly path: Path;
  readonly what: string;
}

/** A map of plain values on test: it gives what has the right type and notes what has not. Keys that nobody asks for may stay. */
export class ValueMap {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly faults: Fault[],
    private readonly path: Path = [],
  ) {}

  /** One text or number; null when absent or empty. */
  text(key: string): string | null {
    const value = this.values[key];
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
    if (typeof value === 'number') return String(value);
    if (value !== null && value !== undefined) this.fault(`${key} must be one text`, key);
    return null;
  }

  wholeNumber(key: string): number | null {
    const text = this.text(key);
    if (text === null) return null;
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(number)) return number;
    this.fault(`${key} must be a whole number, not "${text}"`, key);
    return null;
  }

  /** The maps of a list; none when absent. */
  maps(key: string): ValueMap[] {
    const list = this.values[key] ?? [];
    if (!Array.isArray(list)) {
      this.fault(`${key} must be a list`, key);
      return [];
    }
    return list.flatMap((item: unknown, at) => {
      if (isRecord(item)) return [new ValueMap(item, this.faults, [...this.path, key, at])];
      this.fault(`each of ${key} must be a map`, key, at);
      return [];
    });
  }

  fault(what: string, ...way: (string | number)[]): void {
    this.faults.push({ path: [...this.path, ...way], what });
  }
}

/** Whether a value is a map of values: neither a list nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
