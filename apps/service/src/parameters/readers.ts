import type { Instant } from '@callstitch/domain';
import { isUuid } from '@callstitch/domain';
import { readDateTime } from './date-time.js';
import type { Fault, Reader, Reading } from './reading.js';
import { typeFault } from './reading.js';

const wrong = <Value>(faults: Fault | readonly Fault[]): Reading<Value> => ({ faults });

const WHOLE = /^\s*[+-]?\d+\s*$/;

/** A whole number between bounds, both included. More than a database holds is out of range, never a failure. */
export function wholeNumber({ min, max = Number.MAX_SAFE_INTEGER }: { readonly min: number; readonly max?: number }): Reader<number> {
  return {
    schema: { type: 'integer', minimum: min, ...(max === Number.MAX_SAFE_INTEGER ? {} : { maximum: max }) },
    read(raw) {
      const number = typeof raw === 'number' ? Math.trunc(raw) : typeof raw === 'string' && WHOLE.test(raw) ? Number(raw) : NaN;
      if (Number.isNaN(number)) return wrong(typeFault('integer', 'Not a valid integer.'));
      if (number < min)
        return wrong([{ message: `Must be greater than or equal to ${min}.`, constraint_id: 'range', constraint: { min } }]);
      if (number > max)
        return wrong([{ message: `Must be less than or equal to ${max}.`, constraint_id: 'range', constraint: { min, max } }]);
      return { value: number };
    },
  };
}

const TRUE = new Set(['t', 'T', 'true', 'True', 'TRUE', 'on', 'On', 'ON', 'y', 'Y', 'yes', 'Yes', 'YES', '1']);
const FALSE = new Set(['f', 'F', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF', 'n', 'N', 'no', 'No', 'NO', '0']);

export const flag: Reader<boolean> = {
  schema: { type: 'boolean' },
  read(raw) {
    const text = String(raw);
    if (raw === true || TRUE.has(text)) return { value: true };
    return raw === false || FALSE.has(text) ? { value: false } : wrong(typeFault('boolean', 'Not a valid boolean.'));
  },
};

/** ISO 8601 with at least hours and minutes; without an offset it is in UTC. */
export const dateTime: Reader<Instant> = {
  schema: { type: 'string', format: 'date-time' },
  read(raw) {
    const at = typeof raw === 'string' ? readDateTime(raw) : null;
    return at === null ? wrong(typeFault('datetime', 'Not a valid datetime')) : { value: at };
  },
};

/** A text, of a form when one is given; `otherwise` is said of one that has another. */
export function text({
  form,
  otherwise = 'String does not match expected pattern.',
  longest = 10_000,
  shortest = 0,
}: TextRules = {}): Reader<string> {
  return {
    schema: { type: 'string', ...(form === undefined ? {} : { pattern: form.source }) },
    read(raw) {
      // No PostgreSQL text holds a NUL.
      if (typeof raw !== 'string' || raw.includes('\u0000')) return wrong(typeFault('string', 'Not a valid string.'));
      if (form !== undefined && !form.test(raw)) return wrong([{ message: otherwise, constraint_id: 'regex', constraint: form.source }]);
      if (raw.length >= shortest && raw.length <= longest) return { value: raw };
      const message = `Length must be between ${shortest} and ${longest}.`;
      return wrong([{ message, constraint_id: 'length', constraint: { min: shortest, max: longest } }]);
    },
  };
}

interface TextRules {
  readonly form?: RegExp;
  readonly otherwise?: string;
  readonly shortest?: number;
  readonly longest?: number;
}

/** One of some words. */
export function oneOf<Word extends string>(words: readonly Word[], { asType = false } = {}): Reader<Word> {
  const message = `Must be one of: ${words.join(', ')}.`;
  return {
    schema: { type: 'string', enum: words },
    read(raw) {
      const word = words.find((one) => one === raw);
      if (word !== undefined) return { value: word };
      return wrong(asType ? typeFault('enum', message) : [{ message, constraint_id: 'enum', constraint: { choices: words } }]);
    },
  };
}

export const uuid: Reader<string> = {
  schema: { type: 'string', format: 'uuid' },
  read: (raw) => (typeof raw === 'string' && isUuid(raw) ? { value: raw.toLowerCase() } : wrong(typeFault('uuid', 'Not a valid UUID.'))),
};

/** Parts between commas, not trimmed; a list of JSON too. A part's faults are keyed by its position. */
export function list<Value>(part: Reader<Value>): Reader<readonly Value[]> {
  return {
    schema: { type: 'array', items: part.schema },
    read(raw) {
      const parts: unknown = Array.isArray(raw) ? raw : typeof raw === 'string' && raw !== '' ? raw.split(',') : null;
      if (!Array.isArray(parts)) return wrong(typeFault('list', 'Not a valid list.'));
      const readings = parts.map((one) => part.read(one));
      const faults = readings.flatMap((reading, index) => ('faults' in reading ? [[String(index), firstOf(reading.faults)] as const] : []));
      if (faults.length > 0) return { faults: Object.fromEntries(faults) };
      return { value: readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])) };
    },
  };
}

function firstOf(faults: Fault | readonly Fault[] | Readonly<Record<string, Fault>>): Fault {
  const [first] = Array.isArray(faults) ? (faults as readonly Fault[]) : 'message' in faults ? [faults as Fault] : Object.values(faults);
  return first ?? typeFault('list', 'Not a valid list.');
}
