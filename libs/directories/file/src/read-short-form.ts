import { isMap } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { DirectoryIndex } from './directory-index.js';
import { PERSON_KEYS, readPerson } from './read-person.js';
import type { Fields } from './read-person.js';
import { readVoicemails } from './read-voicemails.js';
import { entriesOf } from './yaml-reader.js';
import type { YamlReader } from './yaml-reader.js';

/** The keys of the short form; a file that has one of them at its top is no map of numbers. */
export const TOP_KEYS = ['users', 'trunks', 'contexts', 'voicemails'] as const;

const USER_KEYS = [...PERSON_KEYS, 'numbers', 'lines', 'voicemail'];
const USER_LIKE = '{ name: Alice, numbers: [1001] }';

/** The form for a small office: `users`, each with a name and numbers, and `trunks`. An unknown key is a typo. */
export function readShortForm(root: YAMLMap, reader: YamlReader, index: DirectoryIndex): void {
  const fields = reader.fields(root);
  reader.refuseUnknown(fields, TOP_KEYS);
  for (const trunk of reader.texts(fields.get('trunks')?.value, 'trunks')) index.addTrunk(trunk.text);
  readContexts(fields, reader, index);
  for (const user of reader.maps(fields.get('users')?.value, { what: 'users', like: USER_LIKE })) readUser(user, reader, index);
  readVoicemails(fields.get('voicemails')?.value, reader, index);
}

function readContexts(fields: Fields, reader: YamlReader, index: DirectoryIndex): void {
  const contexts = fields.get('contexts')?.value;
  if (isMap(contexts)) {
    reader.fields(contexts);
    for (const [name, , value] of entriesOf(contexts)) {
      const tenant = reader.text(value, `the tenant of ${name}`);
      if (tenant !== null) index.addContext(name, tenant.text);
    }
  } else if (!reader.isNothing(contexts)) reader.mistake(contexts, 'contexts must be a map, as in "contexts: { office: acme }"');
}

function readUser(user: YAMLMap, reader: YamlReader, index: DirectoryIndex): void {
  const fields = reader.fields(user);
  reader.refuseUnknown(fields, USER_KEYS);
  const numbers = reader.texts(fields.get('numbers')?.value, 'numbers');
  const lines = reader.texts(fields.get('lines')?.value, 'lines');
  const name = reader.text(fields.get('name')?.value, 'name')?.text;
  if (name === undefined) reader.mistake(user, 'this user has no name');
  if (numbers.length === 0 && lines.length === 0) {
    reader.mistake(user, `${name ?? 'this user'} has neither numbers nor lines, so no call can be theirs`);
  }
  const person = readPerson(fields, { reader, name: name ?? 'a user without name', number: numbers[0]?.text ?? '' });
  index.claim(person, { numbers, lines, uuid: reader.text(fields.get('uuid')?.value, 'uuid') });
  const voicemail = reader.text(fields.get('voicemail')?.value, 'voicemail');
  if (voicemail !== null) {
    const { context, tenantUuid } = person;
    index.addVoicemail(voicemail.text, { id: voicemail.text, name: person.name, context, tenantUuid });
  }
}
