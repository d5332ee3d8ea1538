import { cutUserfieldWords } from '@callstitch/domain';
import { readExtension } from './read-line.js';
import type { ConfdExtension } from './read-line.js';
import { itemOf, listOf, numberOf, textOf, textOrNull } from './shape.js';

/** An account, as far as calls are concerned. */
export interface ConfdUser {
  readonly uuid: string;
  readonly tenantUuid: string | null;
  readonly name: string;
  readonly tags: readonly string[];
  readonly line: { readonly id: number; readonly extension: ConfdExtension | null } | null;
}

/** A user as confd sends it; its first line is the one that counts. */
export function readUser(value: unknown): ConfdUser {
  const user = itemOf(value, 'a user');
  const first = listOf(user, 'lines')[0];
  const line = first === undefined ? null : itemOf(first, 'a line of a user');
  return {
    uuid: textOf(user, 'uuid'),
    tenantUuid: textOrNull(user, 'tenant_uuid'),
    name: [textOrNull(user, 'firstname'), textOrNull(user, 'lastname')].filter((part) => part !== null).join(' '),
    tags: cutUserfieldWords(textOrNull(user, 'userfield') ?? ''),
    line: line === null ? null : { id: numberOf(line, 'id'), extension: readExtension(line) },
  };
}
