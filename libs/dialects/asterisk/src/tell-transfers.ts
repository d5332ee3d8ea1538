import type { Transfer } from '@callstitch/domain';
import { roomName } from './conference.js';
import type { Consultation } from './consults.js';
import { isThreeWay } from './consults.js';
import type { Course } from './journey.js';
import type { Scene } from './scene.js';
import { atOnce } from './stretch.js';
import type { Told } from './told.js';

/** Applications of a second call that still rings. */
const STILL_RINGING: ReadonlySet<string> = new Set(['dial', 'retrydial', 'queue', 'followme']);

/** The number of an attended transfer's target: who was consulted, what was dialled, or the room. */
function targetNumber({ transfer, heard, legs }: Consultation, { parties }: Scene): string {
  const { second, target } = transfer;
  const own = new Set(legs.map((leg) => parties.of(leg).number));
  const conference = second?.runs.findLast(({ app }) => app === 'confbridge' || app === 'meetme');
  if (transfer.app !== '' && conference !== undefined) return roomName(conference);
  if (target !== null && target.ear) return parties.of(target).number;
  const consulted = heard.flatMap((hearing) => hearing.legs).find((leg) => !own.has(parties.of(leg).number));
  if (consulted !== undefined) return parties.of(consulted).number;
  const dialled = second === null || second === transfer.by ? undefined : second.start?.exten;
  if (dialled !== undefined && dialled !== '' && dialled !== 's') return dialled;
  return target === null ? '' : (target.endpoint.split('@', 1)[0] as string);
}

/** Who handed the call to whom. A call sent into a parking lot is parked, not transferred; a three-way conference transfers nobody. */
export function tellTransfers(scene: Scene, { consulted }: Course): Told<readonly Transfer[]> {
  const { replay, parties } = scene;
  const transfers: Transfer[] = [];
  const blind = replay.blindTransfers.filter(
    ({ transferee, cel }) => !replay.parkings.some(({ leg, from }) => leg === transferee && atOnce(from, cel.eventTime)),
  );
  for (const { by, extension, cel } of blind)
    transfers.push({ kind: 'blind', by: parties.of(by).number, to: extension, at: cel.eventTime });
  const attended = consulted.filter(({ transfer }) => !isThreeWay(transfer, scene));
  for (const consultation of attended) {
    const { by, app, cel } = consultation.transfer;
    const kind = STILL_RINGING.has(app.toLowerCase()) ? 'semi-attended' : 'attended';
    transfers.push({ kind, by: parties.of(by).number, to: targetNumber(consultation, scene), at: cel.eventTime });
  }
  transfers.sort((one, other) => one.at - other.at);
  return {
    value: transfers,
    rule: 'transfer-events',
    cels: [...blind.map(({ cel }) => cel), ...attended.map(({ transfer }) => transfer.cel)],
  };
}
