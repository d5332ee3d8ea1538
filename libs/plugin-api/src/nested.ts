import type { OptionsClass } from './tagger.js';

/** How an option holds objects of another options class. */
export interface NestedOption {
  readonly of: () => OptionsClass<object>;
  /** The value is a mapping whose values are such objects; it becomes a Map. */
  readonly byKey: boolean;
}

/** Two copies of this package must agree on it. */
const NESTED = Symbol.for('callstitch.nested-options');

/**
 * Says which options class the object or the list of objects in a property is made into, so that `ValidateNested` can check it.
 *
 * @example
 * class RulesOptions {
 *   ValidateNested({ each: true }) Nested(() => Rule)
 *   rules: Rule[] = [];
 * }
 */
export function Nested(of: () => OptionsClass<object>, { byKey = false }: { readonly byKey?: boolean } = {}) {
  return (prototype: object, key: string | symbol): void => {
    const value = new Map([...nestedOptions(prototype), [String(key), { of, byKey }]]);
    Object.defineProperty(prototype, NESTED, { value, configurable: true });
  };
}

/** The nested options of an options object or of its prototype, by property; for hosts. */
export function nestedOptions(options: object): ReadonlyMap<string, NestedOption> {
  return (options as { [NESTED]?: ReadonlyMap<string, NestedOption> })[NESTED] ?? new Map<string, NestedOption>();
}
