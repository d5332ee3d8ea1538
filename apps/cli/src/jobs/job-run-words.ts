import type { JobResult, JobRun } from '@callstitch/application';
import { shownValue } from '../field-text.js';

/** What came of a run, in one line. */
export function jobRunWords({ state, result, error }: Pick<JobRun, 'state' | 'result' | 'error'>): string {
  switch (state) {
    case 'running':
      return 'running';
    case 'succeeded':
      return resultWords(result ?? {});
    default:
      return `${state}: ${error ?? 'nobody knows why'}`;
  }
}

/** What a job did, such as `rows read 3, created 1`; counts of nothing are left out. */
export function resultWords(result: JobResult): string {
  const said = Object.entries(result).flatMap(([name, value]) => {
    if (value === 0 || value === false || (Array.isArray(value) && value.length === 0)) return [];
    if (name === 'nothing') return [`nothing: ${shownValue(value)}`];
    return [`${words(name)} ${Array.isArray(value) ? value.map(shownValue).join(' ') : shownValue(value)}`];
  });
  return said.join(', ') || 'nothing to do';
}

/** `rowsRead` as `rows read`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
