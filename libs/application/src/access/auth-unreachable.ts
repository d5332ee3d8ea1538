import { CallstitchError } from '@callstitch/domain';

/** Where an authentication server should be, and why it could not be asked; the reason quotes no token. */
export interface UnreachableServer {
  readonly host: string;
  readonly port: number;
  readonly reason: string;
}

/** An authentication server that gives no answer. Known by its code AUTH_UNREACHABLE. */
export class AuthUnreachable extends CallstitchError {
  constructor(readonly server: UnreachableServer) {
    const { host, port, reason } = server;
    super('AUTH_UNREACHABLE', `The authentication server ${host}:${port} ${reason}; no request is let in until it answers.`);
  }
}
