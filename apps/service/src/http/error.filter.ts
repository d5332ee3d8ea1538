import { AuthUnreachable } from '@callstitch/application';
import type { CallstitchErrorCode } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, Inject, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from './api-error.js';
import type { ErrorBody } from './error-body.js';
import { errorBody } from './error-body.js';
import { KnownRoutes } from './known-routes.js';

/** Failures of use cases that are a client's doing or a passing state; all others are a 500 that says nothing of the inside. */
const ANSWERS: Partial<Record<CallstitchErrorCode, readonly [status: number, errorId: string]>> = {
  ARGUMENT_INVALID: [400, 'invalid-data'],
  DATABASE_UNREACHABLE: [503, 'database-unreachable'],
};

const TITLES: Readonly<Record<number, readonly [errorId: string, message: string]>> = {
  400: ['invalid-data', 'The request is malformed'],
  404: ['not-found', 'There is nothing here'],
  413: ['body-too-large', 'The body is too large'],
  415: ['unsupported-media-type', 'The body is of no known type'],
};

const METHOD_NOT_ALLOWED = (): ErrorBody => errorBody('method-not-allowed', 'The method is not allowed for the requested URL.');

/** Turns what went wrong into an answer; what nobody foresaw is logged and told to nobody. */
@Catch()
export class ErrorFilter implements ExceptionFilter<unknown> {
  private readonly log = new Logger('http');

  constructor(@Inject(KnownRoutes) private readonly routes: KnownRoutes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const [status, body] = this.answerTo(error);
    if (status === 404 && !(error instanceof ApiError)) {
      const methods = this.routes.methodsOf(host.switchToHttp().getRequest<FastifyRequest>().url);
      if (methods.length > 0) return void reply.status(405).header('allow', methods.join(', ')).send(METHOD_NOT_ALLOWED());
    }
    void reply.status(status).header('content-type', 'application/json; charset=utf-8').send(body);
  }

  private answerTo(error: unknown): [status: number, ErrorBody] {
    if (error instanceof ApiError) return [error.getStatus(), errorBody(error.errorId, error.message, error.details)];
    if (error instanceof AuthUnreachable) {
      const { host, port, reason } = error.server;
      const details = { auth_server_host: host, auth_server_port: port, original_error: reason };
      return [503, errorBody('authentication-server-unreachable', error.message, details)];
    }
    if (error instanceof CallstitchError) {
      const answer = ANSWERS[error.code];
      if (answer !== undefined) return [answer[0], errorBody(answer[1], error.message)];
    }
    const status = statusOf(error);
    const title = TITLES[status];
    if (title !== undefined) return [status, errorBody(title[0], title[1])];
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return [500, errorBody('unexpected-error', 'Internal Server Error')];
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
