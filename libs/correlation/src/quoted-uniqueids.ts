import type { Cel } from '@callstitch/domain';
import { extraText } from '@callstitch/domain';

/** Keys of `extra` that name another channel's uniqueid, by event (`main/cel.c`). */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['BLINDTRANSFER', ['transferee_channel_uniqueid']],
  ['ATTENDEDTRANSFER', ['channel2_uniqueid', 'transferee_channel_uniqueid', 'transfer_target_channel_uniqueid']],
  ['PICKUP', ['pickup_channel_uniqueid']],
  ['LOCAL_OPTIMIZE', ['local_two_uniqueid']],
  ['LOCAL_OPTIMIZE_BEGIN', ['local_two_uniqueid']],
]);

const NONE: readonly string[] = [];

/** The uniqueids of other channels that an event quotes; the events that quote none cost nothing. */
export function quotedUniqueids(cel: Cel): readonly string[] {
  if (cel.extra === '') return NONE;
  const keys = KEYS.get(cel.eventType);
  if (keys === undefined) return NONE;
  return keys.map((key) => extraText(cel, key)).filter((uniqueid) => uniqueid !== '');
}
