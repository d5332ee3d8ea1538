import { join } from 'node:path';
import { MemoryCallstitch } from './memory-callstitch.js';
import { run } from './run.js';

/** Three recorded calls: one busy, one answered, one through a queue and a blind transfer. */
export const THREE_CALLS = join(import.meta.dirname, '../test-data/three-calls.csv');

/** Call logs in memory with the three recorded calls imported, and generated too unless told otherwise. */
export async function threeCalls({ generated = true } = {}): Promise<MemoryCallstitch> {
  const callstitch = new MemoryCallstitch();
  await run(['import', 'cel', THREE_CALLS], { openCallstitch: callstitch.open });
  if (generated) await run(['generate'], { openCallstitch: callstitch.open });
  return callstitch;
}
