import type { Instant } from '@callstitch/domain';
import { readInstant } from '@callstitch/domain';

/** Reads one value of JSON, or throws a `Misfit` that says where it is wrong. */
export type Shape<Value> = (json: unknown, at: string) => Value;

/** What a value should have been; its message is a sentence for people. */
export class Misfit extends Error {}

function wrong(at: string, wanted: string): never {
  throw new Misfit(`${at} is not ${wanted}`);
}

/** PostgreSQL keeps no text with a NUL. */
export const text: Shape<string> = (json, at) => (typeof json === 'string' && !json.includes('\0') ? json : wrong(at, 'a text'));
export const flag: Shape<boolean> = (json, at) => (typeof json === 'boolean' ? json : wrong(at, 'true or false'));
export const real: Shape<number> = (json, at) => (typeof json === 'number' ? json : wrong(at, 'a number'));
export const moment: Shape<Instant> = (json, at) => (typeof json === 'string' ? readInstant(json) : null) ?? wrong(at, 'an instant');

/** A whole number of at most so much. */
export const whole =
  (most: number): Shape<number> =>
  (json, at) =>
    typeof json === 'number' && Number.isInteger(json) && Math.abs(json) <= most ? json : wrong(at, 'a whole number');

export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (json, at) =>
    json === null ? null : shape(json, at);

export const listOf =
  <Value>(shape: Shape<Value>): Shape<readonly Value[]> =>
  (json, at) =>
    Array.isArray(json) ? json.map((one, index) => shape(one, `${at}[${index}]`)) : wrong(at, 'a list');

/** One of some words, each of which must be named: a word that the type gains is missed by the compiler. */
export const oneOf =
  <Word extends string>(words: Readonly<Record<Word, true>>): Shape<Word> =>
  (json, at) =>
    typeof json === 'string' && Object.hasOwn(words, json) ? (json as Word) : wrong(at, 'one of the words for it');

/** Texts by names that are not known before. */
export const texts: Shape<Readonly<Record<string, string>>> = (json, at) =>
  Object.fromEntries(Object.entries(fieldsOf(json, at)).map(([name, value]) => [text(name, at), text(value, `${at}.${name}`)]));

/** An object with these fields; others are left out. */
export const object =
  <Value extends object>(fields: { readonly [Key in keyof Value]-?: Shape<Value[Key]> }): Shape<Value> =>
  (json, at) => {
    const given = fieldsOf(json, at);
    const read = Object.entries<Shape<unknown>>(fields).map(([name, shape]) => [
      name,
      shape(given[name], at === '' ? name : `${at}.${name}`),
    ]);
    return Object.fromEntries(read) as Value;
  };

function fieldsOf(json: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return wrong(at === '' ? 'the line' : at, 'an object');
  return json as Readonly<Record<string, unknown>>;
}
