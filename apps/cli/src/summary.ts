import type { CelsCorrelated } from '@callstitch/application';
import type { CallStatus } from '@callstitch/domain';
import { count } from './count.js';

const STATUSES: readonly CallStatus[] = ['answered', 'missed', 'busy', 'failed', 'voicemail', 'blocked'];

/** What came of an input, in one line. */
export function summary({ tellings, rowsRead, brokenRows, refused, open }: CelsCorrelated, seconds: number): string {
  const kinds = STATUSES.map((status) => ({ status, number: tellings.filter(({ callLog }) => callLog.status === status).length }))
    .filter(({ number }) => number > 0)
    .map(({ status, number }) => `${number.toLocaleString('en-US')} ${status}`);
  const calls = `${count(tellings.length, 'call')}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`;
  return `${[
    `${calls} from ${count(rowsRead, 'row')} in ${seconds.toFixed(1)} s`,
    ...(brokenRows.length === 0 ? [] : [`${count(brokenRows.length, 'row')} broken`]),
    ...(refused.length === 0 ? [] : [`${count(refused.length, 'conversation')} could not be told`]),
    ...(open.length === 0 ? [] : [`${count(open.length, 'conversation')} still open at the end`]),
  ].join('; ')}\n`;
}
