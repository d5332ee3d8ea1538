import { ValidateBy, ValidateIf } from 'class-validator';
import type { Reader } from './reading.js';

/** What is known of one parameter. */
export interface KnownParameter {
  /** As it is called in a query or body. */
  readonly name: string;
  readonly reader: Reader<unknown>;
  readonly required: boolean;
  readonly description: string;
}

const known = new WeakMap<object, Map<string, KnownParameter>>();

/** The parameters of a class, those of its base classes first. */
export function parametersOf(prototype: object): ReadonlyMap<string, KnownParameter> {
  const base = Object.getPrototypeOf(prototype) as object | null;
  const inherited = base === null || base === Object.prototype ? [] : parametersOf(base);
  return new Map([...inherited, ...(known.get(prototype) ?? [])]);
}

/**
 * A parameter of a query or body: class-validator checks the raw value with the reader, and `readParameters` puts what was read in
 * its place. A property that is not sent keeps its default.
 */
export function Parameter<Value>(
  reader: Reader<Value>,
  { name, required = false, description = '' }: { readonly name?: string; readonly required?: boolean; readonly description?: string } = {},
): PropertyDecorator {
  return (target, key) => {
    const property = String(key);
    const own = known.get(target) ?? new Map<string, KnownParameter>();
    known.set(target, own.set(property, { name: name ?? property, reader, required, description }));
    if (!required) ValidateIf((object: Readonly<Record<string, unknown>>) => object[property] !== undefined)(target, key);
    ValidateBy({ name: 'reads', validator: { validate: (raw) => 'value' in reader.read(raw) } })(target, key);
  };
}
