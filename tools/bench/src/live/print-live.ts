import type { LiveResult } from './bench-live.js';

export function printLive({ calls, rows, callsPerSecond, rowsPerSecond, p50, p95, p99, backlog, lost, rssMegabytes }: LiveResult): string {
  return [
    `${calls} calls (${rows} rows) at ${callsPerSecond.toFixed(1)} calls/s, ${Math.round(rowsPerSecond)} rows/s`,
    `last row committed to call shown, ms: p50 ${Math.round(p50)}, p95 ${Math.round(p95)}, p99 ${Math.round(p99)}`,
    `not shown when the last was written: ${backlog}; never shown: ${lost}`,
    `resident memory of the service, MB: ${rssMegabytes.map((one) => Math.round(one)).join(', ')} (start, middle, end)`,
  ].join('\n');
}
