import type { Run } from '@callstitch/application';
import { isInstant } from '@callstitch/domain';
import { count } from '../count.js';
import { shownValue } from '../field-text.js';
import type { WallClock } from '../wall-clock.js';

type Options = Readonly<Record<string, unknown>>;

/** What a run was asked to do, such as `generate all unread rows`; who told is no matter here. */
export function runAsked({ options: { command = 'run', teller: _, ...options } }: Run, clock: WallClock): string {
  switch (command) {
    case 'generate':
      return `generate ${rowsAsked(options, clock)}`;
    case 'delete':
      return `delete ${deletionAsked(options, clock)}${options['force'] === true ? ', forced' : ''}`;
    case 'import':
      if (options['callLogs'] !== undefined) return `import call logs of ${named(options['callLogs'])}`;
      return `import ${named(options['files'])}${options['newIds'] === true ? ', with new ids' : ''}`;
    case 'sweep':
      return `sweep the recordings in ${named(options['recordings'])}${options['force'] === true ? ', forced' : ''}`;
    default:
      return [shownValue(command), ...Object.entries(options).map(([name, value]) => `${words(name)} ${shownValue(value)}`)].join(', ');
  }
}

function rowsAsked({ newest, since, linkedids }: Options, clock: WallClock): string {
  if (linkedids !== undefined) return `the calls of ${named(linkedids)}`;
  if (since !== undefined) return `the unread rows since ${moment(since, clock)}`;
  return newest === 'all' ? 'all unread rows' : `the newest ${shownNumber(newest)} unread rows`;
}

function deletionAsked({ since }: Options, clock: WallClock): string {
  return since === 'the beginning' ? 'all call logs' : `the call logs since ${moment(since, clock)}`;
}

/** The first of some names, without the folder it lies in, and how many more there are. */
function named(values: unknown): string {
  const [first, ...others] = Array.isArray(values) ? (values as unknown[]) : [values];
  const shown = shownValue(first).split('/').at(-1) ?? '';
  return others.length === 0 ? shown : `${shown} and ${others.length} more`;
}

function moment(value: unknown, clock: WallClock): string {
  const at = Date.parse(shownValue(value)) * 1000;
  return isInstant(at) ? clock.dateAndTime(at) : shownValue(value);
}

function shownNumber(value: unknown): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : shownValue(value);
}

/** What is counted, in the order in which it is said; a run knows some of it. */
const COUNTS: Readonly<Record<string, (number: number) => string>> = {
  rowsRead: (number) => `${count(number, 'row')} read`,
  read: (number) => `${count(number, 'call log')} read`,
  restored: (number) => `${shownNumber(number)} restored`,
  added: (number) => `${shownNumber(number)} added`,
  known: (number) => `${shownNumber(number)} there already`,
  conflicting: (number) => `${shownNumber(number)} not added`,
  broken: (number) => `${shownNumber(number)} broken`,
  created: (number) => `${count(number, 'call log')} created`,
  updated: (number) => `${shownNumber(number)} updated`,
  unchanged: (number) => `${shownNumber(number)} unchanged`,
  open: (number) => `${shownNumber(number)} still open`,
  refused: (number) => `${shownNumber(number)} could not be told`,
  unusable: (number) => `${count(number, 'row')} unusable`,
  callLogs: (number) => `${count(number, 'call log')} deleted`,
  missing: (number) => `${count(number, 'recording')} without a file`,
  cleared: (number) => `${count(number, 'path')} taken`,
  orphans: (number) => `${count(number, 'file')} without a recording`,
  removed: (number) => `${shownNumber(number)} removed`,
  failed: (number) => `${shownNumber(number)} could not be removed`,
  suspicious: (number) => `${shownNumber(number)} suspicious`,
  beyondRecovery: (number) => `${shownNumber(number)} for good`,
};

/** What came of a run; counts of nothing are left out. */
export function runResult({ endedAt, error, result, options: { command } }: Run): string {
  if (error !== null) return `failed: ${error}`;
  if (endedAt === null) return 'still running, or was killed';
  const counts: Options = { ...result };
  const known = Object.entries(COUNTS).flatMap(([name, said]) => {
    const value = counts[name];
    if (typeof value !== 'number' || value === 0) return [];
    // It began with these: the rest of their calls was read beside.
    return command === 'generate' && name === 'rowsRead' ? [`calls of ${count(value, 'row')}`] : [said(value)];
  });
  const others = Object.entries(counts).filter(([name, value]) => !Object.hasOwn(COUNTS, name) && name !== 'batches' && value !== 0);
  return [...known, ...others.map(([name, value]) => `${words(name)} ${shownValue(value)}`)].join(', ') || 'nothing to do';
}

/** `rowsRead` as `rows read`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
