import type { YAMLMap } from 'yaml';
import type { DirectoryIndex } from './directory-index.js';
import { PERSON_KEYS, readPerson } from './read-person.js';
import type { Fields } from './read-person.js';
import type { YamlReader } from './yaml-reader.js';

const TOP_KEYS = ['users', 'trunks'];
const USER_KEYS = [...PERSON_KEYS, 'numbers', 'lines'];

/** The form for a small office: `users`, each with a name and numbers, and `trunks`. An unknown key is a typo. */
export function readShortForm(root: YAMLMap, reader: YamlReader, index: DirectoryIndex): void {
  const fields = reader.fields(root);
  refuseUnknown(fields, TOP_KEYS, reader);
  for (const trunk of reader.texts(fields.get('trunks')?.value, 'trunks')) index.addTrunk(trunk.text);
  for (const user of reader.maps(fields.get('users')?.value, 'users')) readUser(user, reader, index);
}

function readUser(user: YAMLMap, reader: YamlReader, index: DirectoryIndex): void {
  const fields = reader.fields(user);
  refuseUnknown(fields, USER_KEYS, reader);
  const numbers = reader.texts(fields.get('numbers')?.value, 'numbers');
  const lines = reader.texts(fields.get('lines')?.value, 'lines');
  const name = reader.text(fields.get('name')?.value, 'name')?.text;
  if (name === undefined) reader.mistake(user, 'this user has no name');
  if (numbers.length === 0 && lines.length === 0) {
    reader.mistake(user, `${name ?? 'this user'} has neither numbers nor lines, so no call can be theirs`);
  }
  index.addEntry(readPerson(fields, { reader, name: name ?? 'a user without name', number: numbers[0]?.text ?? '' }), { numbers, lines });
}

function refuseUnknown(fields: Fields, known: readonly string[], reader: YamlReader): void {
  for (const [name, { key }] of fields) {
    if (!known.includes(name)) reader.mistake(key, `"${name}" is not known here; the keys are ${known.join(', ')}`);
  }
}
