import { setTimeout as pause } from 'node:timers/promises';

/** Tries until `attempt` gives something other than false, or throws what it threw last. */
export async function until<Result>(attempt: () => Promise<Result> | Result, patienceMs: number): Promise<Result> {
  const end = Date.now() + patienceMs;
  for (;;) {
    let reason: unknown = new Error(`it did not happen within ${patienceMs} ms`);
    try {
      const result = await attempt();
      if (result !== false) return result;
    } catch (error) {
      reason = error;
    }
    if (Date.now() > end) throw reason;
    await pause(20);
  }
}
