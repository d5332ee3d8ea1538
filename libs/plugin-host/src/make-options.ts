import { nestedOptions, type NestedOption, type OptionsClass } from '@callstitch/plugin-api';

export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An instance with its class's defaults and what was given over them, nested ones included. Nothing is checked yet. */
export function makeOptions(type: OptionsClass<object>, given: PlainObject): object {
  const options = new type();
  const nested = nestedOptions(options);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const shape = nested.get(key);
    // Defined, not assigned: a class with setters must not run them on what nobody checked yet.
    Object.defineProperty(options, key, {
      value: shape ? makeNested(shape, value) : value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return options;
}

function makeNested({ of, byKey }: NestedOption, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isPlainObject(item) ? makeOptions(of(), item) : item));
  if (!isPlainObject(value)) return value;
  if (!byKey) return makeOptions(of(), value);
  return new Map(Object.entries(value).map(([key, item]) => [key, isPlainObject(item) ? makeOptions(of(), item) : item]));
}
