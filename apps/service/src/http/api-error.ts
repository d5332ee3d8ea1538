import { HttpException } from '@nestjs/common';

/** An answer that is an error, in the shape that clients of wazo-call-logd read. */
export class ApiError extends HttpException {
  constructor(
    status: number,
    readonly errorId: string,
    message: string,
    readonly details: unknown = {},
  ) {
    super(message, status);
  }
}
