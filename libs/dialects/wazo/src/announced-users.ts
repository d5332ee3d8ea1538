import type { Role } from './channel-table.js';

/** A user whom an event named, whether or not a channel of theirs was in the call. */
export interface AnnouncedUser {
  readonly uuid: string;
  readonly role: Role;
  /** What was dialled led to this user. */
  requested: boolean;
}

/** Users by uuid, in the order in which they were named; a user may be named in two roles. */
export type AnnouncedUsers = Map<string, AnnouncedUser[]>;

/** Names a user in a role; one who was named before keeps what was said of them. */
export function announce({ announced }: { readonly announced: AnnouncedUsers }, { uuid, role, requested }: AnnouncedUser): void {
  const same = announced.get(uuid);
  const before = same?.find((other) => other.role === role);
  if (before !== undefined) before.requested ||= requested;
  else if (same !== undefined) same.push({ uuid, role, requested });
  else announced.set(uuid, [{ uuid, role, requested }]);
}
