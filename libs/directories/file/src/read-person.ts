import type { DirectoryEntry } from '@callstitch/domain';
import { LONGEST_WORD, userfieldWords } from '@callstitch/domain';
import type { YamlReader } from './yaml-reader.js';

/** What both forms of the file say about a person, beside numbers and lines. */
export const PERSON_KEYS = ['name', 'userfield', 'tenant', 'uuid', 'context', 'lineId'] as const;

export type Fields = ReadonlyMap<string, { readonly key: unknown; readonly value: unknown }>;

/** The entry of one person; `number` is the one that colleagues dial first. */
export function readPerson(fields: Fields, { reader, name, number }: { reader: YamlReader; name: string; number: string }): DirectoryEntry {
  const text = (key: (typeof PERSON_KEYS)[number]): string | null => reader.text(fields.get(key)?.value, key)?.text ?? null;
  return {
    name,
    number,
    context: text('context'),
    userUuid: text('uuid'),
    lineId: lineId(fields, reader),
    tenantUuid: text('tenant'),
    tags: tags(fields, reader),
  };
}

function lineId(fields: Fields, reader: YamlReader): number | null {
  const id = reader.text(fields.get('lineId')?.value, 'lineId');
  if (id === null) return null;
  const number = /^\d+$/.test(id.text) ? Number(id.text) : NaN;
  if (Number.isSafeInteger(number)) return number;
  reader.mistake(fields.get('lineId')?.value, `lineId must be a whole number, not "${id.text}"`);
  return null;
}

/** The words of a userfield; one that is too long is said, for the writer of the file can shorten it. */
function tags(fields: Fields, reader: YamlReader): readonly string[] {
  const userfield = reader.text(fields.get('userfield')?.value, 'userfield')?.text ?? '';
  const words = userfieldWords(userfield);
  const long = words.find((word) => word.length > LONGEST_WORD);
  if (long !== undefined) {
    reader.mistake(
      fields.get('userfield')?.value,
      `userfield has a word of ${long.length} characters ("${long.slice(0, 20)}…"); ${LONGEST_WORD} are the most`,
    );
  }
  return words;
}
