import type { CallLogJson } from '@callstitch/domain';
import { isUuid } from '@callstitch/domain';

/** One field of a call log before and after. */
export interface ChangedField {
  /** Its path, e.g. `destination.number`. */
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** Who a call log is, not what it says. */
const IDENTITY: ReadonlySet<string> = new Set(['id', 'version']);

/** What a call log says otherwise than before; all that it says when there was none. A tenant that the database fills in is no change. */
export function changedFields(before: CallLogJson | null, after: CallLogJson): readonly ChangedField[] {
  const [old, told] = [before === null ? new Map<string, unknown>() : flat(before), flat(after)];
  return [...new Set([...told.keys(), ...old.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, told.get(field) ?? null];
    if (field === 'tenantUuid' && before !== null && !(typeof is === 'string' && isUuid(is))) return [];
    return canonical(field, was) === canonical(field, is) || (before === null && isEmpty(is)) ? [] : [{ field, old: was, new: is }];
  });
}

/** Parts that are objects field by field; lists are fields by themselves. */
function flat(call: CallLogJson): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(call) as [string, unknown][]) {
    if (IDENTITY.has(name)) continue;
    if (!isObject(value)) fields.set(name, value);
    else for (const [part, inside] of Object.entries(value)) fields.set(`${name}.${part}`, inside);
  }
  return fields;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || JSON.stringify(value) === '[]' || JSON.stringify(value) === '{}';
}

/** Databases keep the keys of an object in an order of their own, and make up the uuids that recordings lack. */
function canonical(field: string, value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (field === 'recordings' && key === 'uuid') return null;
    return isObject(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part;
  });
}
