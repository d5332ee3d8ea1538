import { isMap } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { DirectoryIndex } from './directory-index.js';
import { readPerson } from './read-person.js';
import { entriesOf } from './yaml-reader.js';
import type { YamlReader } from './yaml-reader.js';

/** The form that exports have: a map from number to what is known about it. Keys that we have no use for may stay. */
export function readNumberMap(root: YAMLMap, reader: YamlReader, index: DirectoryIndex): void {
  for (const [number, key, value] of entriesOf(root)) {
    const map = reader.resolved(value);
    if (!isMap(map)) {
      reader.mistake(
        key,
        `"${number}" needs a name, as in "1001: { name: Alice }"; a file in the short form starts with users: or trunks:`,
      );
      continue;
    }
    const fields = reader.fields(map);
    const name = reader.text(fields.get('name')?.value, 'name')?.text;
    if (name === undefined) reader.mistake(key, `${number} has no name`);
    const lines = reader.texts(fields.get('lines')?.value, 'lines');
    const numbers = [{ text: number, line: reader.lineOf(key) }];
    index.claim(readPerson(fields, { reader, name: name ?? number, number }), { numbers, lines });
  }
}
