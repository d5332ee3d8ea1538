import type { BookStatus, Run } from '@callstitch/application';
import { secondsBetween } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import { count } from '../count.js';
import type { WallClock } from '../wall-clock.js';
import { runAsked, runResult } from './run-words.js';

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
      cleanText(runAsked(run, clock)),
      cleanText(runResult(run)),
    ]),
  ]);
}
