import type { Cel } from './cel.js';

const NOTHING: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * The details of an event as an object; `{}` when there are none or when they are not a JSON object.
 *
 * A text that back-ends cut (1,024 bytes in `cel_odbc`, 512 in FreePBX's table) or escaped wrongly spoils
 * only its own details, never the row.
 */
export function readExtra({ extra }: Pick<Cel, 'extra'>): Readonly<Record<string, unknown>> {
  if (extra === '') return NOTHING;
  try {
    const value: unknown = JSON.parse(extra);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** One textual detail of an event; empty when absent or Asterisk's `N/A`. */
export function extraText(cel: Pick<Cel, 'extra'>, key: string): string {
  // Unescaped quotes stand in JSON only around whole texts, so `"key":"…"` can be nothing else: most details need no parser.
  const { extra } = cel;
  const mark = `"${key}":"`;
  const at = extra.indexOf(mark);
  if (at >= 0) {
    const from = at + mark.length;
    const until = extra.indexOf('"', from);
    const value = until < 0 ? '\\' : extra.slice(from, until);
    if (!value.includes('\\')) return value === 'N/A' ? '' : value;
  }
  if (!extra.includes(key)) return '';
  const value = readExtra(cel)[key];
  return typeof value === 'string' && value !== 'N/A' ? value : '';
}

/** One numeric detail of an event, e.g. `hangupcause`; null when absent. */
export function extraNumber(cel: Pick<Cel, 'extra'>, key: string): number | null {
  if (!cel.extra.includes(key)) return null;
  const value = readExtra(cel)[key];
  return typeof value === 'number' ? value : null;
}
