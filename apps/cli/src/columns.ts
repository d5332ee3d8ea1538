import { widest } from './table-layout.js';
import { fitted } from './text-width.js';

/** Columns as wide as their texts; the last is not filled up. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    widest(
      '',
      rows.map((row) => row[column] ?? ''),
    ),
  );
  return rows.map((row) =>
    row
      .map((text, column) => fitted(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
