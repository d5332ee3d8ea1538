import type { Bearer, RecordingAsker } from '@callstitch/application';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../http/api-error.js';

/** Who a request comes from, after the guard let it in. */
export interface Caller {
  readonly token: string;
  readonly bearer: Bearer;
  /** The tenant that the request is for. */
  readonly tenantUuid: string;
}

const callers = new WeakMap<FastifyRequest, Caller>();

export function admitAs(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** Who a request comes from; a parameter of a route's method. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new Error('this route lets everybody in, so it cannot ask who comes');
  return caller;
});

/** Who hears or deletes a recording, as it is written down. */
export function askerOf({ bearer }: Caller): RecordingAsker {
  return { userUuid: bearer.userUuid, tokenId: bearer.tokenId };
}

/** The user of a token; a 400 for one that is no person's. */
export function userOf({ bearer }: Caller): string {
  if (bearer.userUuid !== null) return bearer.userUuid;
  throw new ApiError(400, 'token-with-user-uuid-required', 'A valid token with a user UUID is required');
}
