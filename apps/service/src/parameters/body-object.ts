import { ApiError } from '../http/api-error.js';
import { invalidData } from './read-parameters.js';

/** The object of a JSON body, as the reference takes it: an empty value is an empty object, an absent body is none. */
export function bodyObject(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined) throw new ApiError(400, 'invalid-data', 'The body is not valid JSON');
  const isEmpty = body === null || body === '' || body === 0 || body === false || (Array.isArray(body) && body.length === 0);
  if (isEmpty) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalidData({ _schema: ['Invalid input type.'] });
  return body as Readonly<Record<string, unknown>>;
}
