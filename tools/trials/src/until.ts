import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 50;
const PATIENCE_MS = 90_000;

/** Waits until something is so, or too long; whoever asked looks at what there is then. */
export async function until(isSo: () => boolean | Promise<boolean>, patienceMs = PATIENCE_MS): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) return false;
    await pause(LOOK_MS);
  }
  return true;
}
