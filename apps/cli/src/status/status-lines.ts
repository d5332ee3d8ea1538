import type { BookStatus, Run } from '@callstitch/application';
import { secondsBetween } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import { count } from '../count.js';
import { shownValue } from '../field-text.js';
import type { WallClock } from '../wall-clock.js';

/** How the book stands, for people. */
export function statusLines({ callLogs, unreadRows, open, refused, lastRuns }: BookStatus, clock: WallClock): string[] {
  const conversations = refused.reduce((sum, { conversations: number }) => sum + number, 0);
  return [
    count(callLogs, 'call log'),
    `${count(unreadRows, 'unread row')}${unreadRows === 0 ? '' : '; callstitch generate reads them'}`,
    `${count(open, 'conversation')} still open`,
    `${count(conversations, 'conversation')} could not be told`,
    ...refused.map(({ reason, conversations: number }) => `  ${number.toLocaleString('en-US')} × ${cleanText(reason)}`),
    ...(lastRuns.length === 0 ? [] : ['', ...runLines(lastRuns, clock)]),
  ];
}

function runLines(runs: readonly Run[], clock: WallClock): string[] {
  return columns([
    ['RUN', `STARTED (${clock.timezone})`, 'TOOK', 'WHAT', 'RESULT'],
    ...runs.map((run) => [
      String(run.id),
      clock.dateAndTime(run.startedAt),
      run.endedAt === null ? '-' : `${secondsBetween(run.startedAt, run.endedAt).toFixed(1)} s`,
      cleanText(asked(run)),
      cleanText(outcome(run)),
    ]),
  ]);
}

/** `generate, newest 20000`; who told is no matter here. */
function asked({ options: { command = 'run', teller: _, ...options } }: Run): string {
  const wishes = Object.entries(options).filter(([, value]) => value !== false);
  return [String(command), ...wishes.map(([name, value]) => (value === true ? words(name) : `${words(name)} ${short(value)}`))].join(', ');
}

function short(value: unknown): string {
  if (!Array.isArray(value)) return shownValue(value);
  const [first, ...others] = value as unknown[];
  const shown = shownValue(first).split('/').at(-1) ?? '';
  return others.length === 0 ? shown : `${shown} and ${others.length} more`;
}

/** `rowsRead` as `rows read`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What came of it; counts of nothing are left out. */
function outcome({ endedAt, error, result }: Run): string {
  if (error !== null) return `failed: ${error}`;
  if (endedAt === null) return 'runs, or was killed';
  const counts = Object.entries(result ?? {}).filter(([name, value]) => value !== 0 && name !== 'batches');
  return counts.map(([name, value]) => `${words(name)} ${shownValue(value)}`).join(', ') || 'nothing to do';
}
