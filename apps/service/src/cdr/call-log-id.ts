import { ApiError } from '../http/api-error.js';
import { noSuchRoute } from '../http/no-such-route.js';

/** The id of a path; throws the 404 of a path that has none, or of an id that no call log can have. */
export function callLogIdOf(text: string): number {
  if (!/^\d+$/.test(text)) throw noSuchRoute();
  const id = Number(text);
  if (Number.isSafeInteger(id)) return id;
  throw callLogNotFound(id);
}

export function callLogNotFound(id: number): ApiError {
  return new ApiError(404, 'cdr-not-found-with-given-id', 'No CDR found matching this ID', { cdr_id: id });
}
