import type { AppRun, Hearing, Stay } from '@callstitch/correlation';
import type { Scene } from './scene.js';
import type { Place } from './stretch.js';

/** The name of a conference room: the first argument of `ConfBridge` or `MeetMe`. */
export function roomName(run: AppRun): string {
  const comma = run.data.indexOf(',');
  return comma < 0 ? run.data : run.data.slice(0, comma);
}

/** Where a conference is: its room, or the extension when the room has no name. */
export function conferencePlace({ run, leg }: Stay): Place {
  const name = run === null ? '' : roomName(run);
  const start = run?.start ?? leg.first;
  return { kind: 'conference', number: name === '' ? start.exten : name, context: start.context, details: {} };
}

/** The `Page` run whose conference a hearing is, or null: `Page` puts the phones and then the caller into a room of its own. */
export function pagingRun({ replay }: Scene, { conference }: Hearing): AppRun | null {
  if (conference === null) return null;
  for (const leg of replay.legs) {
    const run = leg.runs.find(({ app }) => app === 'page');
    if (run !== undefined && (leg === conference.leg || run.rang.includes(conference.leg))) return run;
  }
  return null;
}
