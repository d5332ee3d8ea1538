import { ApiError } from './api-error.js';

/** What a path is answered whose parameters have another shape than the route's. */
export function noSuchRoute(): ApiError {
  return new ApiError(404, 'not-found', 'There is nothing here');
}
