import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Directory } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { DirectoryIndex } from './directory-index.js';
import { Mistakes } from './mistakes.js';
import { nodeAt, plainValue } from './plain-value.js';
import { isFullForm, readFullForm } from './read-full-form.js';
import { readNumberMap } from './read-number-map.js';
import { readShortForm, TOP_KEYS } from './read-short-form.js';
import { entriesOf, YamlReader } from './yaml-reader.js';

/**
 * A directory from YAML or JSON text: in the full form of a directory service, in the short form of a small office, or as a
 * map of numbers.
 *
 * Pure. Throws DIRECTORY_INVALID with all mistakes at once, each with its line; `name` is what the message calls the file.
 */
export function parseDirectory(text: string, name: string): Directory {
  return parseAtOnce(text) ?? parseWithLines(text, name);
}

/** JSON in the full form and without mistakes, ten times as fast; null for anything else. */
function parseAtOnce(text: string): Directory | null {
  const values = valuesOfJson(text);
  const index = new DirectoryIndex(new Mistakes());
  return isFullForm(values) && readFullForm(values, index).length === 0 ? index : null;
}

function valuesOfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parseWithLines(text: string, name: string): Directory {
  const lines = new LineCounter();
  // Doubled keys are our own mistake to name: with both lines.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const mistakes = new Mistakes();
  for (const { pos, message } of document.errors) mistakes.add(lines.linePos(pos[0]).line, firstSentence(message));
  const index = new DirectoryIndex(mistakes);
  if (document.errors.length === 0) {
    const reader = new YamlReader(document, lines, mistakes);
    const root = document.contents;
    const values = plainValue(root, document);
    if (!isMap(root)) mistakes.add(1, 'the file must list users, as in "users: [{ name: Alice, numbers: [1001] }]"');
    else if (isFullForm(values)) {
      for (const { path, what } of readFullForm(values, index)) reader.mistake(nodeAt(path, document), what);
    } else if (entriesOf(root).some(([key]) => TOP_KEYS.some((top) => top === key))) readShortForm(root, reader, index);
    else readNumberMap(root, reader, index);
  }
  if (!mistakes.isEmpty) throw new CallstitchError('DIRECTORY_INVALID', mistakes.sentence(name));
  return index;
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}
