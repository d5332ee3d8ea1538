import type { Hangup } from '@callstitch/domain';
import { extraText } from '@callstitch/domain';
import type { Course } from './journey.js';
import { hangupCause } from './ring-end.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

/** The Q.850 cause of the end and who hung up, from `hangupsource` of the channels that were there at the end. */
export function tellHangup({ caller, parties, replay }: Scene, { stretches }: Course): Told<Hangup> {
  const talk = stretches.findLast(({ kind }) => kind === 'talk' || kind === 'page' || kind === 'conference');
  const present = talk === undefined ? [caller.leg] : talk.legs;
  const deciding = present.includes(caller.leg) ? caller.leg : (present[0] ?? caller.leg);
  const cause = hangupCause(deciding);
  const hangups = celsOf(deciding.hangup, ...present.map(({ hangup }) => hangup));
  const named = hangups.map((cel) => extraText(cel, 'hangupsource')).find((source) => source !== '');
  if (deciding.hangup === null) return { value: { cause: null, by: null }, rule: 'no-hangup-seen', cels: [deciding.last] };
  const leg = replay.legs.find(({ channelName }) => channelName === named);
  if (leg === undefined) return { value: { cause, by: 'system' }, rule: 'hung-up-by-the-phone-system', cels: hangups };
  const bySource = leg === caller.leg || (caller.kind !== 'pbx' && parties.of(leg).number === parties.of(caller.leg).number);
  return {
    value: { cause, by: bySource && caller.kind !== 'pbx' ? 'source' : 'destination' },
    rule: 'channel-that-hung-up',
    cels: hangups,
  };
}
