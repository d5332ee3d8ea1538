import type { Directory, Participant } from '@callstitch/domain';
import type { AnnouncedUser, AnnouncedUsers } from './announced-users.js';
import type { LineInCall } from './lines-in-call.js';

/** A user who was named and whose phone never rang, in the role named last. */
function unreached(uuid: string, said: readonly AnnouncedUser[], directory: Directory | null): Participant | null {
  const entry = directory?.byUserUuid(uuid) ?? null;
  const last = said.at(-1);
  if (entry === null || last === undefined) return null;
  return {
    role: last.role,
    userUuid: uuid,
    lineId: entry.lineId,
    name: entry.name,
    number: entry.number,
    answered: false,
    requested: last.requested,
    tags: entry.tags,
  };
}

/** Everybody whose line was in the call, then those who were only named. */
export function participantsOf(
  lines: readonly LineInCall[],
  announced: AnnouncedUsers,
  directory: Directory | null,
): readonly Participant[] {
  const roles = new Set(lines.map(({ channel, entry }) => `${channel.role} ${entry.userUuid}`));
  const present = lines.map(({ channel, entry }): Participant => {
    // What was said of a user in this role; what was said in another role counts when the user took no part in it.
    const said = (announced.get(entry.userUuid) ?? []).filter(({ role, uuid }) => role === channel.role || !roles.has(`${role} ${uuid}`));
    return {
      role: channel.role,
      userUuid: entry.userUuid,
      lineId: entry.lineId,
      name: entry.name,
      number: entry.number,
      answered: channel.answered,
      requested: said.some(({ requested }) => requested),
      tags: entry.tags,
    };
  });
  const known = new Set(present.map(({ userUuid }) => userUuid));
  const named = [...announced].filter(([uuid]) => !known.has(uuid));
  return [...present, ...named.map(([uuid, said]) => unreached(uuid, said, directory)).filter((one) => one !== null)];
}

/** The user whom a call reached: who answered counts before who did not, then the greatest uuid. */
export function reachedUser(participants: readonly Participant[]): string | null {
  const reached = participants.filter(({ role }) => role === 'destination');
  const answered = reached.filter((one) => one.answered);
  const uuids = (answered.length > 0 ? answered : reached).map(({ userUuid }) => userUuid).filter((uuid) => uuid !== null);
  return uuids.sort().at(-1) ?? null;
}
