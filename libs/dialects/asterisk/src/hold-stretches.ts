import type { Consultation } from './consults.js';
import { isThreeWay } from './consults.js';
import type { Scene } from './scene.js';
import type { Stretch } from './stretch.js';
import { atOnce } from './stretch.js';

/** A feature code starts music for a moment; nobody calls that a hold. */
const SHORTEST = 100_000;

/**
 * Who heard music while connected: put on hold, or waiting for the end of a consultation.
 *
 * Holds lie inside talks, which they do not interrupt: talk time includes them. Asterisk tells music on hold since
 * 20.16; before, only the wait during a consultation can be seen.
 */
export function holdStretches(scene: Scene, consulted: readonly Consultation[]): readonly Stretch[] {
  const holds: Stretch[] = [];
  for (const { leg, start, from, until } of scene.replay.music) {
    const connected =
      leg.ear && until - from >= SHORTEST && leg.stays.some((stay) => !stay.holding && stay.from <= from && from < stay.until);
    if (!connected) continue;
    const over = leg.hangup !== null && atOnce(leg.hangup.eventTime, until) ? 'hangup' : 'resumed';
    holds.push({
      kind: 'hold',
      from,
      until,
      parties: [scene.parties.of(leg).number],
      endedBy: over,
      legs: [leg],
      place: null,
      cels: [start],
    });
  }
  for (const { transfer, since } of consulted) {
    const { transferee, cel } = transfer;
    if (transferee === null || since >= cel.eventTime) continue;
    if (holds.some(({ legs, from, until }) => legs[0] === transferee && from < cel.eventTime && until > since)) continue;
    holds.push({
      kind: 'hold',
      from: since,
      until: cel.eventTime,
      parties: [scene.parties.of(transferee).number],
      endedBy: isThreeWay(transfer, scene) ? 'joined' : 'attended-transfer',
      legs: [transferee],
      place: null,
      cels: [cel],
    });
  }
  return holds;
}
