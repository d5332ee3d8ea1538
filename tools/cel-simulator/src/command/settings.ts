import { parseArgs } from 'node:util';
import { CallstitchError, instant, isInstant } from '@callstitch/domain';
import type { Kind } from '../calls/kinds.js';
import { KINDS } from '../calls/kinds.js';
import type { DialectName } from '../pbx/directory.js';
import type { SimulateOptions } from '../stream/call-stream.js';

export type Stream = Omit<SimulateOptions, 'onCall'>;

/** What the arguments ask for. */
export type Settings =
  | { readonly to: 'help' }
  | { readonly to: 'file'; readonly file: string; readonly truth: string | null; readonly stream: Stream }
  | {
      readonly to: 'database';
      readonly url: string;
      readonly createTable: boolean;
      /** Connections to write with in real time; null for COPY. */
      readonly connections: number | null;
      readonly truth: string | null;
      readonly stream: Stream;
    };

export const DEFAULTS = {
  rows: '100000',
  dialect: 'asterisk',
  seed: '1',
  callsPerSecond: '10',
  talkSeconds: '60',
  start: '2026-11-23T08:00:00Z',
  connections: '4',
} as const;

const OPTIONS = {
  rows: { type: 'string' },
  dialect: { type: 'string' },
  seed: { type: 'string' },
  'calls-per-second': { type: 'string' },
  'talk-seconds': { type: 'string' },
  start: { type: 'string' },
  kinds: { type: 'string' },
  to: { type: 'string' },
  truth: { type: 'string' },
  database: { type: 'string' },
  'create-table': { type: 'boolean' },
  rate: { type: 'string' },
  connections: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Reads the arguments, or says everything that is wrong with them, a sentence each. */
export function readSettings(args: readonly string[], now: () => number): Settings {
  const values = parsed(args);
  if (values.help === true) return { to: 'help' };
  const { to, database, rate } = values;
  const complaints = new Complaints();
  if ((to === undefined) === (database === undefined))
    complaints.add('Say where the rows go, by --to FILE or by --database URL, but not both');
  if (rate !== undefined && to !== undefined && database === undefined) complaints.add('--rate writes into a database: add --database URL');
  if (rate !== undefined && (values.start ?? values['calls-per-second']) !== undefined)
    complaints.add('--rate says how many calls there are, from now on: leave out --start and --calls-per-second');
  const truth = values.truth ?? null;
  const stream = streamOf(values, now, complaints);
  const { connections: wanted = DEFAULTS.connections } = values;
  const connections = rate === undefined ? null : complaints.orNone(() => wholeNumber('--connections', wanted, 1, 100), 1);
  complaints.throwAny();
  if (database === undefined) return { to: 'file', file: to ?? '-', truth, stream };
  return { to: 'database', url: database, createTable: values['create-table'] === true, connections, truth, stream };
}

function parsed(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw wrongArguments((error as Error).message.replace(/\. To specify.*$|\.?\n.*$/s, '').replace(/\.$/, ''));
  }
}

function streamOf(values: Values, now: () => number, complaints: Complaints): Stream {
  const rateOption = values.rate === undefined ? '--calls-per-second' : '--rate';
  const { rows = DEFAULTS.rows, dialect = DEFAULTS.dialect, seed = DEFAULTS.seed, start = DEFAULTS.start, kinds } = values;
  const callsPerSecond = values.rate ?? values['calls-per-second'] ?? DEFAULTS.callsPerSecond;
  const talkSeconds = values['talk-seconds'] ?? DEFAULTS.talkSeconds;
  const stream: Stream = {
    rows: complaints.orNone(() => wholeNumber('--rows', rows, 1, 1e12), 1),
    dialect: complaints.orNone(() => dialectOf(dialect), DEFAULTS.dialect),
    seed: complaints.orNone(() => wholeNumber('--seed', seed, 0, 0xffffffff), 0),
    callsPerSecond: complaints.orNone(() => number(rateOption, callsPerSecond, 0.001, 10_000), 1),
    start: instant((values.rate === undefined ? complaints.orNone(() => startOf(start), 0) : now()) * 1_000),
    talkSeconds: complaints.orNone(() => number('--talk-seconds', talkSeconds, 0.1, 3_600), 1),
  };
  return kinds === undefined
    ? stream
    : { ...stream, kinds: kinds.split(',').flatMap((name) => complaints.orNone(() => [kindOf(name)], [])) };
}

/** What is wrong with the arguments, gathered so that all of it is said at once. */
class Complaints {
  readonly #sentences: string[] = [];

  add(sentence: string): void {
    this.#sentences.push(sentence);
  }

  /** What can be read; what cannot is a complaint, and `instead` only bridges the time until it is said. */
  orNone<Value>(read: () => Value, instead: NoInfer<Value>): Value {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      this.add(error.message);
      return instead;
    }
  }

  throwAny(): void {
    if (this.#sentences.length > 0) throw wrongArguments(this.#sentences.join('.\n'));
  }
}

/** One thing that is wrong. */
class Complaint extends Error {}

function dialectOf(name: string): DialectName {
  if (name !== 'asterisk' && name !== 'wazo') throw wrong(`--dialect is asterisk or wazo, not "${name}"`);
  return name;
}

function kindOf(name: string): Kind {
  const kind = KINDS.find((known) => known.name === name);
  if (kind === undefined) throw wrong(`There is no kind of call "${name}"; --help lists them`);
  return kind;
}

/** Milliseconds since the epoch. */
function startOf(time: string): number {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time) ? Date.parse(time) : NaN;
  if (!isInstant(milliseconds * 1_000)) throw wrong(`--start is a time such as ${DEFAULTS.start}, not "${time}"`);
  return milliseconds;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = number(option, text, least, most);
  if (!Number.isInteger(value)) throw wrong(`${option} is a whole number, not "${text}"`);
  return value;
}

function number(option: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value >= least && value <= most)) throw wrong(`${option} is a number from ${least} to ${most}, not "${text}"`);
  return value;
}

function wrong(sentence: string): Complaint {
  return new Complaint(sentence);
}

function wrongArguments(sentences: string): CallstitchError {
  return new CallstitchError('ARGUMENT_INVALID', `${sentences}; see --help.`);
}
