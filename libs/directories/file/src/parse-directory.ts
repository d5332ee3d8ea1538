import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Directory } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import { DirectoryIndex } from './directory-index.js';
import { Mistakes } from './mistakes.js';
import { readNumberMap } from './read-number-map.js';
import { readShortForm } from './read-short-form.js';
import { entriesOf, YamlReader } from './yaml-reader.js';

/**
 * A directory from YAML or JSON text, in the short form (`users:` and `trunks:`) or as a map of numbers.
 *
 * Pure. Throws DIRECTORY_INVALID with all mistakes at once, each with its line; `name` is what the message calls the file.
 */
export function parseDirectory(text: string, name: string): Directory {
  const lines = new LineCounter();
  // Doubled keys are our own mistake to name: with both lines.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const mistakes = new Mistakes();
  for (const { pos, message } of document.errors) mistakes.add(lines.linePos(pos[0]).line, firstSentence(message));
  const index = new DirectoryIndex(mistakes);
  if (document.errors.length === 0) {
    const reader = new YamlReader(document, lines, mistakes);
    const root = document.contents;
    if (!isMap(root)) mistakes.add(1, 'the file must list users, as in "users: [{ name: Alice, numbers: [1001] }]"');
    else if (entriesOf(root).some(([key]) => key === 'users' || key === 'trunks')) readShortForm(root, reader, index);
    else readNumberMap(root, reader, index);
  }
  if (!mistakes.isEmpty) throw new CallstitchError('DIRECTORY_INVALID', mistakes.sentence(name));
  return index;
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}
