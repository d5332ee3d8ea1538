import type { Role } from './channel-table.js';
import type { Draft } from './draft.js';

/** A user whom an event named, whether or not a channel of theirs was in the call. */
export interface AnnouncedUser {
  readonly uuid: string;
  readonly role: Role;
  /** What was dialled led to this user. */
  requested: boolean;
}

/** Names a user in a role; one who was named before keeps what was said of them. */
export function announce(draft: Draft, { uuid, role, requested }: AnnouncedUser): void {
  const before = draft.announced.find((other) => other.uuid === uuid && other.role === role);
  if (before === undefined) draft.announced.push({ uuid, role, requested });
  else before.requested ||= requested;
}
