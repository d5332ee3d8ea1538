import type { DirectoryEntry } from '@callstitch/domain';
import type { ConfdExtension, ConfdLine } from './read-line.js';
import type { ConfdUser } from './read-user.js';

/** The person of a line. */
export function entryOfLine(user: ConfdUser, line: ConfdLine): DirectoryEntry {
  const name = user.name === '' ? (line.callerIdName ?? '') : user.name;
  return { ...entryOf({ ...user, name }, line), tenantUuid: user.tenantUuid ?? line.tenantUuid };
}

/** An account, with its first line if it has one. */
export function entryOfUser(user: ConfdUser): DirectoryEntry {
  return entryOf(user, user.line);
}

function entryOf(user: ConfdUser, line: { readonly id: number; readonly extension: ConfdExtension | null } | null): DirectoryEntry {
  return {
    name: user.name,
    number: line?.extension?.exten ?? '',
    context: line?.extension?.context ?? null,
    userUuid: user.uuid,
    lineId: line?.id ?? null,
    tenantUuid: user.tenantUuid,
    tags: user.tags,
  };
}
