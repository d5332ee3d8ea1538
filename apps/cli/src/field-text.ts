import type { CallLogJson } from '@callstitch/domain';

/** The value of a field by its path (`destination.number`), short enough for a line: nothing that is empty or null. */
export function fieldText(call: CallLogJson, field: string): string {
  let value: unknown = call;
  for (const key of field.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return shownValue(value) || '-';
}

/** A value of the JSON as people read it: empty when it says nothing. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => shownValue(item)).join('; ');
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, item]) => [key, shownValue(item)] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key} ${text}`)
    .join(', ');
}
