import type { CallDestination } from '@callstitch/domain';

/** The keys of each kind, and whether they are whole numbers. */
const KEYS: Readonly<Record<string, Readonly<Record<string, 'text' | 'integer'>>>> = {
  unknown: {},
  user: { user_uuid: 'text', user_name: 'text' },
  group: { group_label: 'text', group_id: 'integer' },
  conference: { conference_id: 'integer' },
  meeting: { meeting_uuid: 'text', meeting_name: 'text' },
  voicemail: { voicemail_id: 'integer', voicemail_name: 'text' },
};

/** What is known of a destination, as the API shows it: what is not known is left out, a kind of its own is `unknown`. */
export function destinationDetails(destination: CallDestination): Readonly<Record<string, string | number>> {
  const stored = 'type' in destination.details ? destination.details : derived(destination);
  const type = Object.hasOwn(KEYS, stored['type'] ?? '') ? (stored['type'] ?? 'unknown') : 'unknown';
  const shown = Object.entries(KEYS[type] ?? {}).flatMap(([key, kind]): [string, string | number][] => {
    const value = stored[key];
    if (value === undefined || value === '') return [];
    if (kind === 'text') return [[key, value]];
    return /^\d+$/.test(value) ? [[key, Number(value)]] : [];
  });
  return { type, ...Object.fromEntries(shown) };
}

/** Calls that were told without Wazo's own words. */
function derived({ kind, name, userUuid }: CallDestination): Readonly<Record<string, string>> {
  if (kind === 'user' && userUuid !== null) return { type: 'user', user_uuid: userUuid, user_name: name ?? '' };
  if (kind === 'group') return { type: 'group', group_label: name ?? '' };
  return { type: kind };
}
