import type { GenerateResult } from './bench-generate.js';
import type { ListTimes, Percentiles } from './bench-list.js';
import type { PurgeResult, PurgeWay } from './bench-purge.js';
import type { PureResult } from './bench-pure.js';
import type { Timed } from './growth-exponent.js';
import { growthExponent } from './growth-exponent.js';

const seconds = (value: number, width: number): string => value.toFixed(2).padStart(width);

const growth = (results: readonly Timed[]): readonly string[] =>
  results.length > 1 ? [`growth exponent ${growthExponent(results).toFixed(3)}`] : [];

export function printPure(results: readonly PureResult[]): string {
  const lines = results.map(({ rows, calls, groupSeconds, tellSeconds, rowsPerSecond }) =>
    [
      String(rows).padStart(9),
      String(calls).padStart(8),
      seconds(groupSeconds, 9),
      seconds(tellSeconds, 9),
      String(Math.round(rowsPerSecond)).padStart(9),
    ].join(' '),
  );
  return ['     rows    calls   group s    tell s   CELs/s', ...lines, ...growth(results)].join('\n');
}

export function printGenerate(results: readonly GenerateResult[]): string {
  const lines = results.flatMap(({ rows, calls, steps, floor, cpuSeconds, peakRssMegabytes, deleteSeconds, againSeconds, ...run }) => {
    const together = floor.outSeconds + floor.inSeconds;
    const cells = [
      String(rows).padStart(9),
      String(calls).padStart(8),
      seconds(run.seconds, 9),
      seconds(together, 9),
      `${(run.seconds / together).toFixed(1)} x`.padStart(8),
      String(Math.round(rows / run.seconds)).padStart(9),
      seconds(cpuSeconds, 7),
      String(Math.round(peakRssMegabytes)).padStart(7),
      seconds(deleteSeconds, 9),
      seconds(againSeconds, 9),
    ];
    const where = Object.entries(steps).map(([name, spent]) => `${name} ${spent.toFixed(2)}`);
    return [cells.join(' '), `          ${where.join(', ')}; floor out ${floor.outSeconds.toFixed(2)}, in ${floor.inSeconds.toFixed(2)}`];
  });
  return [
    '     rows    calls     run s   floor s    ratio   CELs/s   CPU s  RSS MB  delete s   again s',
    ...lines,
    ...growth(results),
  ].join('\n');
}

export function printPurge({ calls, byRows, byMonths }: PurgeResult): string {
  const line = (name: string, way: PurgeWay): string =>
    [
      name.padEnd(10),
      String(way.callLogs).padStart(9),
      seconds(way.seconds, 9),
      String(Math.round(way.callsPerSecond)).padStart(9),
      String(Math.round(way.longestLockMs)).padStart(8),
      String(way.months).padStart(7),
      String(Math.round(way.longestTakeMs)).padStart(8),
    ].join(' ');
  return [
    `${calls} call logs over 36 months`,
    'purged        calls   seconds   calls/s  lock ms  months  take ms',
    line('by rows', byRows),
    line('by months', byMonths),
  ].join('\n');
}

/** The heading of `printList`. */
export const LIST_HEADING =
  'filter                 calls    first page    page   by cursor       offset 10000      count     (ms: p50 p95)';

export function printList({ name, calls, firstPage, deepestPage, deepOffset, count, plans }: ListTimes): string {
  const times = (one: Percentiles | null): string => (one === null ? '–' : `${one.p50.toFixed(1)} ${one.p95.toFixed(1)}`).padStart(13);
  const page = String(deepestPage?.number ?? '').padStart(7);
  const line = [name.padEnd(19), String(calls).padStart(8), times(firstPage), page, times(deepestPage), times(deepOffset), times(count)];
  return [line.join(' '), ...plans].join('\n');
}
