import { ConfdFailure } from './confd-failure.js';

/** A JSON object that confd sent. */
export type Item = Readonly<Record<string, unknown>>;

/** The failure that confd sends something in another shape than it should; worth a second try, it may be a proxy that speaks. */
export function wrongShape(what: string): ConfdFailure {
  return new ConfdFailure(`wazo-confd answers in another shape: ${what}`, true);
}

export function itemOf(value: unknown, what: string): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongShape(`${what} is no object`);
  return value as Item;
}

export function textOf(item: Item, key: string): string {
  const value = item[key];
  if (typeof value !== 'string' || value === '') throw wrongShape(`${key} is no text`);
  return value;
}

/** null when it is absent or empty. */
export function textOrNull(item: Item, key: string): string | null {
  const value = item[key] ?? null;
  if (value !== null && typeof value !== 'string') throw wrongShape(`${key} is no text`);
  return value === null || value.trim() === '' ? null : value.trim();
}

export function numberOf(item: Item, key: string): number {
  const value = item[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongShape(`${key} is no whole number`);
  return value;
}

export function listOf(item: Item, key: string): readonly unknown[] {
  const value = item[key];
  if (!Array.isArray(value)) throw wrongShape(`${key} is no list`);
  return value;
}
