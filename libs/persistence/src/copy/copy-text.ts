import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

/**
 * How the values of a column are written.
 *
 * - `plain`: numbers, booleans, uuids and the texts of ranges, which need no escaping
 * - `timestamptz`: an `Instant`, exact to the microsecond
 * - `text[]`: also for `uuid[]`
 */
export type CopyType = 'plain' | 'text' | 'text[]' | 'jsonb' | 'timestamptz' | 'bytea';

/** A value by the type of its column; `jsonb` takes what JSON has but bare words and numbers. */
export type CopyValue<Of extends CopyType = CopyType> = {
  plain: number | boolean | string;
  text: string;
  'text[]': readonly string[];
  jsonb: object;
  timestamptz: Instant;
  bytea: Uint8Array;
}[Of];

const NULL = '\\N';

/** What COPY's text format escapes, and NUL, which PostgreSQL's texts cannot hold. */
const SPECIAL = /[\\\n\r\t\0]/;
const ALL_SPECIAL = /[\\\n\r\t\0]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' };

/** JSON that PostgreSQL refuses: NUL, and halves of a character. */
const UNFIT_JSON = /\\u(?:0000|d[89a-f])/;
const JSON_ESCAPES = /\\(?:u(0000)|u(d[89a-f]..)|.)/g;

/** A value as a field of COPY's text format. NULs are left out, halves of a character become U+FFFD. */
export function copyText(type: CopyType, value: CopyValue | null): string {
  return value === null ? NULL : WRITERS[type](value as never);
}

const WRITERS: { readonly [Of in CopyType]: (value: CopyValue<Of>) => string } = {
  plain: String,
  text: escaped,
  'text[]': (texts) => (texts.length === 0 ? '{}' : escaped(`{${texts.map(arrayElement).join(',')}}`)),
  // JSON itself escapes everything but the backslash.
  jsonb: (value) => json(value).replaceAll('\\', '\\\\'),
  timestamptz: formatInstant,
  bytea: (bytes) => `\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`,
};

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ESCAPES[character] ?? '') : text;
}

function arrayElement(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function json(value: object): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u') || !UNFIT_JSON.test(text)) return text;
  return text.replace(JSON_ESCAPES, (all, nul: string | undefined, half: string | undefined) => {
    if (nul !== undefined) return '';
    return half === undefined ? all : '\\ufffd';
  });
}
