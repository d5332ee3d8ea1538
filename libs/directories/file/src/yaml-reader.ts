import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, Node, YAMLMap } from 'yaml';
import type { Mistakes } from './mistakes.js';

/** A text and the line it stands in. */
export interface Placed {
  readonly text: string;
  readonly line: number;
}

/** The keys of a map as they are written (`0042` stays `0042`) with key and value nodes. */
export function entriesOf(map: YAMLMap): readonly (readonly [string, Node | null, Node | null])[] {
  return map.items.map(({ key, value }) => [written(key) ?? '', key as Node | null, value as Node | null] as const);
}

/** Reads nodes of one file and notes what is not as it must be, with the line. */
export class YamlReader {
  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly mistakes: Mistakes,
  ) {}

  lineOf(node: unknown): number {
    const range = (node as Node | null | undefined)?.range;
    return range ? this.lines.linePos(range[0]).line : 1;
  }

  mistake(node: unknown, what: string): void {
    this.mistakes.add(this.lineOf(node), what);
  }

  resolved(node: unknown): unknown {
    return resolve(node, this.document);
  }

  /** The map's values by key; a key given twice is a mistake that names both lines. */
  fields(map: YAMLMap): Map<string, { readonly key: unknown; readonly value: unknown }> {
    const fields = new Map<string, { key: unknown; value: unknown }>();
    for (const [name, key, value] of entriesOf(map)) {
      const earlier = fields.get(name);
      if (earlier === undefined) fields.set(name, { key, value: this.resolved(value) });
      else this.mistake(key, `${name} is given here and in line ${this.lineOf(earlier.key)}; leave one of them`);
    }
    return fields;
  }

  refuseUnknown(fields: ReadonlyMap<string, { readonly key: unknown }>, known: readonly string[]): void {
    for (const [name, { key }] of fields) {
      if (!known.includes(name)) this.mistake(key, `"${name}" is not known here; the keys are ${known.join(', ')}`);
    }
  }

  isNothing(node: unknown): boolean {
    return node === null || node === undefined || (isScalar(node) && node.value === null);
  }

  /** One text or number as it is written; null when absent or empty. */
  text(node: unknown, what: string): Placed | null {
    const resolved = this.resolved(node);
    if (this.isNothing(resolved)) return null;
    const text = written(resolved);
    if (text === null) {
      this.mistake(node, `${what} must be one text`);
      return null;
    }
    return text.trim() === '' ? null : { text: text.trim(), line: this.lineOf(node) };
  }

  /** One text, or a list of them. */
  texts(node: unknown, what: string): Placed[] {
    const resolved = this.resolved(node);
    if (!isSeq(resolved)) return [this.text(node, what)].filter((text) => text !== null);
    return resolved.items.map((item) => this.text(item, `each of ${what}`)).filter((text) => text !== null);
  }

  /** The maps of a list; `like` is what one of them looks like. */
  maps(node: unknown, { what, like }: { readonly what: string; readonly like: string }): YAMLMap[] {
    const resolved = this.resolved(node);
    if (this.isNothing(resolved)) return [];
    if (!isSeq(resolved)) {
      this.mistake(node, `${what} must be a list, each item starting with "- "`);
      return [];
    }
    return resolved.items.flatMap((item) => {
      const map = this.resolved(item);
      if (isMap(map)) return [map];
      this.mistake(item, `each of ${what} must be like ${like}`);
      return [];
    });
  }
}

/** The node that an alias stands for; any other node itself. */
export function resolve(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** A scalar as the file spells it: a number keeps its leading zeros. null for anything else. */
export function written(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null;
  if (typeof node.value === 'string') return node.value;
  return node.source ?? JSON.stringify(node.value);
}
