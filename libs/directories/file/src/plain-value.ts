import { isMap, isSeq } from 'yaml';
import type { Document } from 'yaml';
import type { Path } from './value-map.js';
import { entriesOf, resolve, written } from './yaml-reader.js';

/** No file of ours nests deeper; a map that holds itself through an alias does. */
const DEEPEST = 16;

/** A YAML node as plain values, all scalars as they are written: `0042` stays `0042`. */
export function plainValue(node: unknown, document: Document, depth = 0): unknown {
  const resolved = resolve(node, document);
  if (depth > DEEPEST) return null;
  if (isSeq(resolved)) return resolved.items.map((item) => plainValue(item, document, depth + 1));
  if (isMap(resolved)) {
    return Object.fromEntries(entriesOf(resolved).map(([key, , value]) => [key, plainValue(value, document, depth + 1)]));
  }
  return written(resolved);
}

/** The node at the end of a way, or the last one on it that there is. */
export function nodeAt(path: Path, document: Document): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    const resolved = resolve(node, document);
    const next = isMap(resolved)
      ? entriesOf(resolved).findLast(([key]) => key === step)?.[2]
      : isSeq(resolved)
        ? resolved.items[Number(step)]
        : null;
    if (next === null || next === undefined) return node;
    node = next;
  }
  return node;
}
