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

/** class-validator begins its sentences with the property's name alone; an operator needs the way to it. */
function complaintsOf({ property, constraints = {}, children = [] }: ValidationError, above: string): string[] {
  const path = property === undefined ? above : /^\d+$/.test(property) ? `${above}[${property}]` : `${above}.${property}`;
  const own = Object.entries(constraints).map(([rule, sentence]) => {
    if (rule === 'whitelistValidation') return `${path} is not an option`;
    if (rule === 'unknownValue') return `${path} cannot be checked: its class has no decorators of class-validator, or lacks Nested()`;
    return sentence.startsWith(`${property} `) ? `${path}${sentence.slice(property.length)}` : `${path}: ${sentence}`;
  });
  return [...own, ...children.flatMap((child) => complaintsOf(child, path))];
}
