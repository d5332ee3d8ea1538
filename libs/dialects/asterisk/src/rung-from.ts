import type { AppRun, Leg } from '@callstitch/correlation';

/** Chains of Local channels are short; a longer one is a loop. */
const LONGEST_CHAIN = 32;

/** The run that rang a leg in the end, seen through the Local channels between: that of a caller's own channel. */
export function rootRun(leg: Leg): AppRun | null {
  let run = leg.rungBy;
  for (let hops = 0; run !== null && hops < LONGEST_CHAIN; hops++) {
    const beyond: AppRun | null = run.leg.half === 2 ? (run.leg.partner?.rungBy ?? null) : null;
    if (beyond === null) return run;
    run = beyond;
  }
  return run;
}

/** The leg with an ear on whose behalf a leg executes the dialplan: itself, or who rang the Local channel it is a half of. */
export function onBehalfOf(leg: Leg): Leg {
  let current = leg;
  for (let hops = 0; !current.ear && hops < LONGEST_CHAIN; hops++) {
    const one = current.half === 2 ? current.partner : current;
    const next = one?.rungBy?.leg;
    if (next === undefined) return current;
    current = next;
  }
  return current;
}
