import type { CallstitchParts } from './callstitch-parts.js';
import { explained } from './database-failure.js';

/** Does what needs CELs; where there are none to read it rejects with the sentence that says why. */
export function onReadableCels({
  celsAreReadable,
}: Pick<CallstitchParts, 'celsAreReadable'>): <Result>(work: () => Promise<Result>) => Promise<Result> {
  return (work) =>
    explained(async () => {
      await celsAreReadable();
      return work();
    });
}
