import { itemOf, listOf, numberOf, textOf, textOrNull } from './shape.js';
import type { Item } from './shape.js';

/** The number that a line is dialled by, and where. */
export interface ConfdExtension {
  readonly exten: string;
  readonly context: string | null;
}

/** A line, as far as calls are concerned. */
export interface ConfdLine {
  readonly id: number;
  readonly name: string;
  readonly callerIdName: string | null;
  readonly tenantUuid: string | null;
  /** The first user; null when the line is nobody's. */
  readonly userUuid: string | null;
  readonly extension: ConfdExtension | null;
}

/** A line as confd sends it; its first user and its first extension are those that count. */
export function readLine(value: unknown): ConfdLine {
  const line = itemOf(value, 'a line');
  const user = listOf(line, 'users')[0];
  return {
    id: numberOf(line, 'id'),
    name: textOf(line, 'name'),
    callerIdName: textOrNull(line, 'caller_id_name'),
    tenantUuid: textOrNull(line, 'tenant_uuid'),
    userUuid: user === undefined ? null : textOf(itemOf(user, 'a user of a line'), 'uuid'),
    extension: readExtension(line),
  };
}

/** The first of the extensions. */
export function readExtension(line: Item): ConfdExtension | null {
  const first = listOf(line, 'extensions')[0];
  if (first === undefined) return null;
  const extension = itemOf(first, 'an extension');
  return { exten: textOf(extension, 'exten'), context: textOrNull(extension, 'context') };
}
