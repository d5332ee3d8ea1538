import type { Leg } from './leg.js';
import { parseDialTargets } from './dial-target.js';
import type { DialTarget } from './dial-target.js';
import type { AppRunDraft, LegDraft } from './replay-draft.js';

/** Applications that make other channels ring. */
const RINGING_APPS: ReadonlySet<string> = new Set(['dial', 'retrydial', 'queue', 'followme', 'page', 'findmefollowme']);

/** Whether an application makes other channels ring. */
export function isRingingApp(app: string): boolean {
  return RINGING_APPS.has(app);
}

/** Rows of one call may stand this far out of order (10.9 ms seen under load). */
const SLACK_MICROSECONDS = 50_000;

/** More runs than this are not open at once for one channel's sake. */
const CANDIDATES = 64;

/** Whether a leg is the channel that a dial target made. */
export function isTargetOf(target: DialTarget, leg: Pick<Leg, 'technology' | 'endpoint'>): boolean {
  if (target.technology.toLowerCase() !== leg.technology.toLowerCase()) return false;
  return target.endpoint === leg.endpoint || (target.number !== '' && leg.endpoint.endsWith(`/${target.number}`));
}

/** The destination in a run's arguments that made this leg, or null when they do not name it. */
export function targetOf(
  run: { readonly data: string; readonly lastData: string },
  leg: Pick<Leg, 'technology' | 'endpoint'>,
): DialTarget | null {
  for (const target of parseDialTargets(run.data)) if (isTargetOf(target, leg)) return target;
  if (run.lastData === run.data) return null;
  for (const target of parseDialTargets(run.lastData)) if (isTargetOf(target, leg)) return target;
  return null;
}

/** Index after the last run that began by an instant; the runs are in order. */
function begunBy(runs: readonly AppRunDraft[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] as AppRunDraft).from <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function choose(runs: readonly AppRunDraft[], leg: LegDraft): AppRunDraft | null {
  const startedAt = leg.first.eventTime;
  let open: AppRunDraft | null = null;
  const last = begunBy(runs, startedAt + SLACK_MICROSECONDS) - 1;
  for (let index = last; index >= 0 && index > last - CANDIDATES; index--) {
    const run = runs[index] as AppRunDraft;
    if (run.until < startedAt - SLACK_MICROSECONDS || run.leg === leg || run.leg === leg.partner) continue;
    if (runs.length === 1) return run;
    if (targetOf(run, leg) !== null) return run;
    // A queue names no member, and of several `Dial()` in a row only the first and last are told.
    open ??= run;
  }
  return open;
}

/** Finds for each called leg the run that rang it: one that names it, else the latest one open when it started. */
export function linkRungLegs(legs: readonly LegDraft[]): void {
  const runs: AppRunDraft[] = [];
  for (const leg of legs) for (const run of leg.runs) if (RINGING_APPS.has(run.app)) runs.push(run);
  if (runs.length === 0) return;
  if (runs.length > 1) runs.sort((one, other) => one.from - other.from);
  for (const leg of legs) {
    // The second half of a Local channel executes the dialplan; the first one is what was rung.
    if (leg.half === 2 || (leg.origin !== 'called' && !leg.appDial2)) continue;
    const run = choose(runs, leg);
    if (run === null) continue;
    leg.rungBy = run;
    run.rang.push(leg);
  }
}
