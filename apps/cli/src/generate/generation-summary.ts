import type { Generated } from '@callstitch/application';
import { count } from '../count.js';

/** What came of a generation, in one line. The rows are those that it began with: the rest of their calls was read beside. */
export function generationSummary(
  generated: Generated,
  { dryRun, seconds }: { readonly dryRun: boolean; readonly seconds: number },
): string {
  const { rowsRead, created, updated, unchanged, open, refused, unusable } = generated;
  if (rowsRead + created + updated + unchanged + open + refused + unusable === 0) return 'Nothing to do: every row was read before.\n';
  const would = dryRun ? ' would be' : '';
  const beside = (value: number, what: string): string => (value === 0 ? '' : `, ${value.toLocaleString('en-US')} ${what}`);
  return `${[
    `${count(created, 'call log')}${would} created${beside(updated, 'updated')}${beside(unchanged, 'unchanged')} ` +
      `from the calls of ${count(rowsRead, 'row')} in ${seconds.toFixed(1)} s`,
    ...(open === 0 ? [] : [`${count(open, 'conversation')} still open`]),
    ...(refused === 0 ? [] : [`${count(refused, 'conversation')} could not be told`]),
    ...(unusable === 0 ? [] : [`${count(unusable, 'row')} said nothing usable`]),
    ...(dryRun ? ['nothing was written'] : []),
  ].join('; ')}\n`;
}
