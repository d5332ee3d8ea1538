import type { DirectoryEntry } from '@callstitch/domain';
import type { DirectoryIndex } from './directory-index.js';
import type { FullLine, FullUser } from './full-form.js';

/**
 * Joins users and lines both ways, since either may name the other, and puts them into the index.
 *
 * Of two lines of one name the first counts, even when it is nobody's; so does the first user of a line, even when that
 * user is not listed.
 */
export function joinPeople(users: readonly FullUser[], listed: readonly FullLine[], index: DirectoryIndex): void {
  const people = new Map(users.toReversed().map((user) => [user.uuid, user]));
  const lines = joinLines(users, listed);
  const named = new Set<string>();
  for (const line of lines) {
    const user = people.get(line.userUuids[0] ?? '');
    if (line.name === null || named.has(line.name)) continue;
    named.add(line.name);
    if (user === undefined) continue;
    const entry = entryOf(user, line);
    index.addEndpoint(line.name, entry);
    for (const { exten } of line.extensions) index.addNumber(exten, entry);
  }
  const firsts = firstLines(users, lines);
  for (const user of people.values()) index.addAccount(entryOf(user, firsts.get(user.uuid) ?? null));
}

/** The listed lines with what users add to them, then the lines that only users name. */
function joinLines(users: readonly FullUser[], listed: readonly FullLine[]): FullLine[] {
  const joined = new Map<string, FullLine>();
  for (const [at, line] of listed.entries()) {
    const key = identityOf(line);
    // A second line of that identity is kept as it is; nobody joins it.
    joined.set(joined.has(key) ? `again ${at}` : key, line);
  }
  for (const { uuid, lines } of users) {
    for (const line of lines) {
      const known = joined.get(identityOf(line));
      joined.set(identityOf(line), {
        id: line.id,
        name: known?.name ?? line.name,
        tenantUuid: known?.tenantUuid ?? line.tenantUuid,
        callerIdName: known?.callerIdName ?? line.callerIdName,
        userUuids: [...(known?.userUuids ?? line.userUuids), uuid],
        extensions: known !== undefined && known.extensions.length > 0 ? known.extensions : line.extensions,
      });
    }
  }
  return [...joined.values()];
}

/** The first line that a user names, else the first that names the user. */
function firstLines(users: readonly FullUser[], lines: readonly FullLine[]): Map<string, FullLine> {
  const byIdentity = new Map(lines.toReversed().map((line) => [identityOf(line), line]));
  const firsts = new Map<string, FullLine>();
  for (const { uuid, lines: own } of users) {
    const first = own[0] === undefined ? undefined : byIdentity.get(identityOf(own[0]));
    if (first !== undefined && !firsts.has(uuid)) firsts.set(uuid, first);
  }
  for (const line of lines) {
    for (const uuid of line.userUuids) if (!firsts.has(uuid)) firsts.set(uuid, line);
  }
  return firsts;
}

function identityOf({ id, name }: FullLine): string {
  return id === null ? `name ${name ?? ''}` : `id ${id}`;
}

function entryOf(user: FullUser, line: FullLine | null): DirectoryEntry {
  const main = line?.extensions[0];
  return {
    name: user.name === '' ? (line?.callerIdName ?? '') : user.name,
    number: main?.exten ?? '',
    context: main?.context ?? null,
    userUuid: user.uuid,
    lineId: line?.id ?? null,
    tenantUuid: user.tenantUuid ?? line?.tenantUuid ?? null,
    tags: user.tags,
  };
}
