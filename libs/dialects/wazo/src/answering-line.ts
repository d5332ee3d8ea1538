import type { CallLog, Cel } from '@callstitch/domain';
import type { Draft } from './draft.js';
import { lineIdentity } from './line-name.js';

/** The line that answered, which need not be the one that rang last: where the story ends, else the last one in a bridge. */
export function findAnsweringLine(draft: Draft, story: CallLog, cel: Cel): void {
  const answered = draft.channels.all().filter(({ role, answered }) => role === 'destination' && answered);
  const reached = answered.find(({ name }) => name === story.destination.channel && !name.startsWith('Local/'));
  const name = reached?.name ?? draft.lastDeviceInBridge?.channelName;
  if (name !== undefined) draft.find('destinationLine', lineIdentity(name), draft.lastDeviceInBridge ?? cel);
}
