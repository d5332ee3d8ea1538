import type { CallFilter, Expiry } from '@callstitch/plugin-api';
import { filterFault } from './filter-fault.js';

const KINDS = ['callLogs', 'recordings', 'celsBefore', 'exportsBefore', 'exportsBeforeOfTenants'];

/** What a policy said has outlived its use; the text is why it cannot be believed. A filter alone means call logs. */
export function readExpiry(given: CallFilter | Expiry): Expiry | string {
  if (typeof given !== 'object' || (given as unknown) === null) return 'gave something else than a filter';
  if ('kind' in given) return filterFault(given) ?? { callLogs: given };
  const unknown = Object.keys(given).find((key) => !KINDS.includes(key));
  if (unknown !== undefined) return `expires something unknown: ${unknown}`;
  const { callLogs, recordings, celsBefore, exportsBefore, exportsBeforeOfTenants = {} } = given;
  const fault = [callLogs, recordings].flatMap((filter) => (filter === undefined ? [] : (filterFault(filter) ?? [])))[0];
  if (fault !== undefined) return fault;
  const dates = [celsBefore, exportsBefore, ...Object.values(exportsBeforeOfTenants).filter((date) => date !== null)];
  if (dates.some((date) => date !== undefined && !isDate(date))) return 'gave a date that is none';
  return given;
}

function isDate(value: unknown): boolean {
  return value instanceof Date && !Number.isNaN(value.getTime());
}
