import { AuthUnreachable } from '@callstitch/application';

export interface WazoAuthConnectionOptions {
  readonly baseUrl: URL;
  readonly timeoutSeconds: number;
  readonly fetch: typeof globalThis.fetch;
}

export interface WazoAuthRequest {
  readonly method: 'HEAD' | 'GET';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WazoAuthReply {
  readonly status: number;
  /** null for none, and for what is not JSON. */
  readonly body: unknown;
}

/** Sends one request to wazo-auth. Rejects with AUTH_UNREACHABLE; what the system says of it is not quoted, because it may hold the token. */
export class WazoAuthConnection {
  constructor(private readonly options: WazoAuthConnectionOptions) {}

  async send({ method, path, query = {}, headers = {} }: WazoAuthRequest): Promise<WazoAuthReply> {
    const { baseUrl, timeoutSeconds, fetch } = this.options;
    const search = new URLSearchParams(query).toString();
    try {
      const response = await fetch(`${baseUrl.href.replace(/\/+$/, '')}/${path}${search === '' ? '' : `?${search}`}`, {
        method,
        headers: { Accept: 'application/json', ...headers },
        // The token is for wazo-auth alone.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      return { status: response.status, body: parsed(await response.text()) };
    } catch (error) {
      const { name } = fieldsOf(error);
      throw this.unreachable(
        name === 'TimeoutError' ? `does not answer within ${timeoutSeconds} s` : `cannot be reached (${codeOf(error)})`,
      );
    }
  }

  /** The failure to say when a reply tells nothing. */
  unreachable(reason: string): AuthUnreachable {
    const { hostname: host, port, protocol } = this.options.baseUrl;
    return new AuthUnreachable({ host, port: Number(port) || (protocol === 'https:' ? 443 : 80), reason });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  const { cause, code, name } = fieldsOf(error);
  return [fieldsOf(cause).code, code, name].find((text) => typeof text === 'string') ?? 'unknown error';
}

/** Not by class: what fetch throws belongs to another realm in a test. */
function fieldsOf(error: unknown): { readonly code?: unknown; readonly name?: unknown; readonly cause?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
