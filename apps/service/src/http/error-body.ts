/** Every error answer has these four keys: the reference's client takes it for an error by them alone. */
export interface ErrorBody {
  readonly message: string;
  readonly error_id: string;
  readonly details: unknown;
  /** Seconds since the epoch. */
  readonly timestamp: number;
}

const MILLISECONDS_PER_SECOND = 1_000;

export function errorBody(errorId: string, message: string, details: unknown = {}): ErrorBody {
  return { message, error_id: errorId, details, timestamp: Date.now() / MILLISECONDS_PER_SECOND };
}
