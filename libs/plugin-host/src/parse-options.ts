import type { OptionsClass } from '@callstitch/plugin-api';
import { validate, type ValidationError } from 'class-validator';
import { deepFreeze } from './deep-freeze.js';
import { isPlainObject, makeOptions } from './make-options.js';
import { messageOf } from './message-of.js';

/** Options as their plugin gets them, or everything that is wrong with them. */
export type ParsedOptions =
  { readonly options: object; readonly complaints: readonly [] } | { readonly options: null; readonly complaints: readonly string[] };

/** Makes and checks a plugin's options: unknown keys are refused, defaults come from the class, all complaints at once. */
export async function parseOptions(type: OptionsClass<object> | null, given: unknown): Promise<ParsedOptions> {
  if (type === null) return given === undefined || given === null ? right({}) : wrong(['takes no options']);
  const plain = given ?? {};
  if (!isPlainObject(plain)) return wrong(['options must be a mapping of names to values']);
  const inherited = inheritedKeys(plain, 'options');
  if (inherited.length > 0) return wrong(inherited);
  try {
    const options = makeOptions(type, plain);
    const errors = await validate(options, { whitelist: true, forbidNonWhitelisted: true });
    return errors.length === 0 ? right(options) : wrong(errors.flatMap((error) => complaintsOf(error, 'options')));
  } catch (error) {
    return wrong([`its options class throws: ${messageOf(error)}`]);
  }
}

function right(options: object): ParsedOptions {
  return { options: deepFreeze(options), complaints: [] };
}

function wrong(complaints: readonly string[]): ParsedOptions {
  return { options: null, complaints };
}

/** Keys that every object has, such as `constructor`: under them class-validator would not know the class any more. */
function inheritedKeys(given: unknown, above: string): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const path = pathTo(key, above);
    return [...(key in Object.prototype ? [`${path} is not an option`] : []), ...inheritedKeys(value, path)];
  });
}

function pathTo(key: string, above: string): string {
  return /^\d+$/.test(key) ? `${above}[${key}]` : `${above}.${key}`;
}

/** Of a value that it knows no class of it names no property. */
type Complaint = Omit<ValidationError, 'property'> & { readonly property?: string };

/** class-validator begins its sentences with the property's name alone; an operator needs the way to it. */
function complaintsOf({ property, constraints = {}, children = [] }: Complaint, above: string): string[] {
  const path = property === undefined ? above : pathTo(property, above);
  const own = Object.entries(constraints).map(([rule, sentence]) => {
    if (rule === 'whitelistValidation') return `${path} is not an option`;
    if (rule === 'unknownValue') return `${path} cannot be checked: its class has no decorators of class-validator, or lacks Nested()`;
    const begins = property !== undefined && sentence.startsWith(`${property} `);
    return begins ? `${path}${sentence.slice(property.length)}` : `${path}: ${sentence}`;
  });
  return [...own, ...children.flatMap((child) => complaintsOf(child, path))];
}
