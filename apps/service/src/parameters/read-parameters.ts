import { validate } from 'class-validator';
import { ApiError } from '../http/api-error.js';
import { parametersOf } from './parameter.decorator.js';
import type { Faults } from './reading.js';

const REQUIRED: Faults = { message: 'Missing data for required field.', constraint_id: 'required', constraint: 'required' };
const NOT_NULL: Faults = { message: 'Field may not be null.', constraint_id: 'not_null', constraint: 'not_null' };

/**
 * Reads the parameters of a class out of what was sent. Unknown ones are passed over, of a repeated one the first counts. Throws a
 * 400 `invalid-data` whose details have every wrong parameter.
 */
export async function readParameters<Parameters extends object>(
  Class: new () => Parameters,
  sent: Readonly<Record<string, unknown>>,
): Promise<Parameters> {
  const parameters = new Class() as Record<string, unknown>;
  const known = parametersOf(Class.prototype as object);
  const defaults = { ...parameters };
  for (const [property, { name }] of known) {
    const raw = Object.hasOwn(sent, name) ? sent[name] : undefined;
    parameters[property] = raw;
  }
  const wrong = new Set((await validate(parameters)).map(({ property }) => property));
  const details: Record<string, Faults> = {};
  for (const [property, { name, reader, required }] of known) {
    const raw = parameters[property];
    if (raw === undefined && !required) parameters[property] = defaults[property];
    else if (raw === undefined) details[name] = REQUIRED;
    else if (raw === null && defaults[property] === null) parameters[property] = null;
    else if (raw === null) details[name] = NOT_NULL;
    else {
      const reading = reader.read(raw);
      if ('value' in reading && !wrong.has(property)) parameters[property] = reading.value;
      else if ('faults' in reading) details[name] = reading.faults;
    }
  }
  if (Object.keys(details).length > 0) throw invalidData(details);
  return parameters as Parameters;
}

/** A 400 that names what is wrong, by parameter. */
export function invalidData(details: Readonly<Record<string, unknown>>): ApiError {
  return new ApiError(400, 'invalid-data', 'Sent data is invalid', details);
}

/** Query parameters as they were sent; of a repeated one the first counts. */
export function firstOfEach(query: unknown): Readonly<Record<string, unknown>> {
  const pairs = Object.entries(Object(query) as Record<string, unknown>);
  return Object.fromEntries(pairs.map(([name, value]) => [name, Array.isArray(value) ? (value as unknown[])[0] : value]));
}
