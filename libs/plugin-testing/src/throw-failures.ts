/** Ends a check: one plain Error with all failures, so that any test runner shows them. */
export function throwFailures(name: string, failures: readonly string[]): void {
  if (failures.length === 0) return;
  throw new Error([`${name}:`, ...[...new Set(failures)].map((failure) => `- ${failure}`)].join('\n'));
}
