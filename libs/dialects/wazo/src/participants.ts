import type { Directory, Participant } from '@callstitch/domain';
import type { AnnouncedUser } from './announced-users.js';
import type { LineInCall } from './lines-in-call.js';

/** What was said of a user in a role; of somebody who took part in another role only, what was said at all. */
function saidOf(uuid: string, role: string, announced: readonly AnnouncedUser[], lines: readonly LineInCall[]): readonly AnnouncedUser[] {
  const roles = new Set(lines.filter(({ entry }) => entry.userUuid === uuid).map(({ channel }) => channel.role as string));
  return announced.filter((one) => one.uuid === uuid && (one.role === role || !roles.has(one.role)));
}

/** A user who was named and whose phone never rang. */
function unreached(uuid: string, announced: readonly AnnouncedUser[], directory: Directory | null): Participant | null {
  const entry = directory?.byUserUuid(uuid) ?? null;
  const last = announced.findLast((one) => one.uuid === uuid);
  if (entry === null || last === undefined) return null;
  return {
    role: last.role,
    userUuid: uuid,
    lineId: entry.lineId,
    name: entry.name,
    number: entry.number,
    answered: false,
    requested: announced.some((one) => one.uuid === uuid && one.role === last.role && one.requested),
    tags: entry.tags,
  };
}

/** Everybody whose line was in the call, then those who were only named. */
export function participantsOf(
  lines: readonly LineInCall[],
  announced: readonly AnnouncedUser[],
  directory: Directory | null,
): readonly Participant[] {
  const present = lines.map(({ channel, entry }): Participant => ({
    role: channel.role,
    userUuid: entry.userUuid,
    lineId: entry.lineId,
    name: entry.name,
    number: entry.number,
    answered: channel.answered,
    requested: saidOf(entry.userUuid, channel.role, announced, lines).some(({ requested }) => requested),
    tags: entry.tags,
  }));
  const known = new Set(present.map(({ userUuid }) => userUuid));
  const named = [...new Set(announced.map(({ uuid }) => uuid))].filter((uuid) => !known.has(uuid));
  return [...present, ...named.map((uuid) => unreached(uuid, announced, directory)).filter((one) => one !== null)];
}

/** The user whom a call reached: who answered counts before who did not, then the greatest uuid. */
export function reachedUser(participants: readonly Participant[]): string | null {
  const reached = participants.filter(({ role }) => role === 'destination');
  const answered = reached.filter((one) => one.answered);
  const uuids = (answered.length > 0 ? answered : reached).map(({ userUuid }) => userUuid).filter((uuid) => uuid !== null);
  return uuids.sort().at(-1) ?? null;
}
