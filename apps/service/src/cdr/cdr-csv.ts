import type { CdrItem } from '@callstitch/application';

const COLUMNS = [
  'id',
  'tenant_uuid',
  'answered',
  'start',
  'answer',
  'end',
  'destination_extension',
  'destination_name',
  'destination_internal_extension',
  'destination_internal_context',
  'destination_user_uuid',
  'destination_line_id',
  'duration',
  'call_direction',
  'call_status',
  'requested_name',
  'requested_extension',
  'requested_context',
  'requested_internal_extension',
  'requested_internal_context',
  'requested_user_uuid',
  'source_extension',
  'source_name',
  'source_internal_name',
  'source_internal_extension',
  'source_internal_context',
  'source_user_uuid',
  'source_line_id',
] as const satisfies readonly (keyof CdrItem)[];

const RECORDING_COLUMNS = ['uuid', 'start_time', 'end_time', 'deleted', 'filename'] as const;

/** The first line, with columns for as many recordings as any call has. */
export function csvHeader(recordings: number): string {
  const own = Array.from({ length: recordings }, (_none, index) => RECORDING_COLUMNS.map((column) => `recording_${index + 1}_${column}`));
  return line([...COLUMNS, 'tags', ...own.flat()]);
}

/** The line of one call. */
export function csvLine(item: Partial<CdrItem>, recordings: number): string {
  const own = Array.from({ length: recordings }, (_none, index) => {
    const recording = item.recordings?.[index];
    return RECORDING_COLUMNS.map((column) => cell(recording?.[column]));
  });
  return line([...COLUMNS.map((column) => cell(item[column])), cell(item.tags?.join(';')), ...own.flat()]);
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula; a plain number with a plus is none. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^\+?[0-9*#]+$/;

function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
