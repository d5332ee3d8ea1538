import type { Cel } from '@callstitch/domain';
import { announce } from './announced-users.js';
import type { Draft } from './draft.js';
import { labelledPayload, uuidIn } from './payload.js';

/** Labels by type of destination, with the key that each has in the call log's details. */
const DETAILS: ReadonlyMap<string, readonly (readonly [label: string, key: string])[]> = new Map([
  [
    'user',
    [
      ['uuid', 'user_uuid'],
      ['name', 'user_name'],
    ],
  ],
  [
    'group',
    [
      ['id', 'group_id'],
      ['label', 'group_label'],
    ],
  ],
  ['conference', [['id', 'conference_id']]],
  [
    'meeting',
    [
      ['uuid', 'meeting_uuid'],
      ['name', 'meeting_name'],
    ],
  ],
]);

/** Types whose name is the destination's; conferences and meetings are named by events of their own. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['user', 'user_name'],
  ['group', 'group_label'],
]);

/**
 * `WAZO_CALL_LOG_DESTINATION`: where the dialplan sends the call. The last one is the destination, the first one is what
 * was requested. An unknown type, or one that lacks a label, says nothing.
 */
export function announceDestination(draft: Draft, cel: Cel): boolean {
  const payload = labelledPayload(cel);
  const type = payload.get('type') ?? '';
  const labels = DETAILS.get(type);
  if (labels === undefined || labels.some(([label]) => !payload.has(label))) return false;
  const details = Object.fromEntries(labels.map(([label, key]) => [key, payload.get(label) ?? '']));
  draft.find('destinationDetails', { type, ...details }, cel);
  draft.authoritative = true;
  const requested = draft.requestedType === null;
  draft.requestedType ??= type;
  const name = NAMES.get(type);
  if (name !== undefined) draft.find('destinationName', details[name] ?? '', cel);
  const uuid = uuidIn(details['user_uuid']);
  if (uuid !== null) announce(draft, { uuid, role: 'destination', requested });
  return true;
}
