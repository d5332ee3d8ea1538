import type { SkippedTrial, TrialResult } from '../trial.js';

const GOAL_SECONDS = 10;

/** One line, and below it a line for each fault. */
export function printTrial(result: TrialResult | SkippedTrial): string {
  const what = `${result.trial}, ${result.nodes} ${result.nodes === 1 ? 'node' : 'nodes'}`;
  if ('skipped' in result) return `${what}: skipped: ${result.skipped}`;
  const { calls, rows, lost, doubled, differing, slowestSeconds, refusals, faults } = result;
  const line = [
    `${what}: ${calls} calls (${rows} rows)`,
    `${lost} lost, ${doubled} doubled, ${differing} differing`,
    ...within('caught up', result.caughtUpSeconds),
    ...within('everybody told', result.toldSeconds),
    `slowest call ${slowestSeconds.toFixed(1)} s`,
    `${refusals} requests refused`,
    faults.length === 0 ? 'all well' : 'FAULTS',
  ].join('; ');
  return [line, ...faults.map((fault) => `  ${fault}`)].join('\n');
}

function within(what: string, seconds: number | null): readonly string[] {
  if (seconds === null) return [];
  if (seconds === Infinity) return [`${what} never`];
  return [`${what} ${seconds.toFixed(1)} s after the restart${seconds > GOAL_SECONDS ? ` (goal ${GOAL_SECONDS} s)` : ''}`];
}
