import { codeOf, ConfdFailure, fieldsOf } from './confd-failure.js';
import type { KeptToken } from './kept-token.js';

export interface ConfdRequest {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** On whose behalf; the tenant of the token when there is none. */
  readonly tenantUuid?: string | null;
}

/** What confd said: something, that what was asked for does not exist, or that the tenant it was asked for does not. */
export type ConfdReply = { readonly kind: 'body'; readonly body: unknown } | { readonly kind: 'absent' } | { readonly kind: 'no tenant' };

export interface ConfdConnectionOptions {
  readonly baseUrl: string;
  readonly token: KeptToken;
  readonly timeoutSeconds: number;
  readonly fetch: typeof globalThis.fetch;
}

/** Sends one request to confd, with a token that is asked for anew when it is refused; throws a ConfdFailure. */
export class ConfdConnection {
  constructor(private readonly options: ConfdConnectionOptions) {}

  async send(request: ConfdRequest): Promise<ConfdReply> {
    const token = await this.options.token.current();
    const first = await this.#exchange(request, token);
    return this.#judge(first.status === 401 ? await this.#exchange(request, await this.options.token.after(token)) : first);
  }

  async #exchange({ path, query, tenantUuid }: ConfdRequest, token: string): Promise<{ readonly status: number; readonly text: string }> {
    const { baseUrl, timeoutSeconds, fetch } = this.options;
    const search = new URLSearchParams(query).toString();
    try {
      const response = await fetch(`${baseUrl}/${path}${search === '' ? '' : `?${search}`}`, {
        headers: { Accept: 'application/json', 'X-Auth-Token': token, ...(tenantUuid ? { 'Wazo-Tenant': tenantUuid } : {}) },
        // The token is for confd alone.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      if (fieldsOf(error).name === 'TimeoutError') throw this.#failure(`does not answer within ${timeoutSeconds} s`);
      throw this.#failure(`cannot be reached (${codeOf(error)})`);
    }
  }

  #judge({ status, text }: { readonly status: number; readonly text: string }): ConfdReply {
    if (status >= 200 && status < 300) return { kind: 'body', body: this.#parsed(text) };
    // A page that a proxy sends in confd's place says nothing about what confd knows.
    if (status === 404 && !/^\s*</.test(text)) return { kind: 'absent' };
    // A tenant that is gone: nothing is found there, now and later.
    if (status === 401 && /unauthorized-tenant/.test(text)) return { kind: 'no tenant' };
    if (status === 401 || status === 403) throw this.#failure(`refuses our token (${status})`, false);
    throw this.#failure(`answers with status ${status}`, status >= 500 || [404, 408, 429].includes(status));
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.#failure(text === '' ? 'answers nothing' : 'answers what is not JSON');
    }
  }

  #failure(what: string, mayPass = true): ConfdFailure {
    return new ConfdFailure(`wazo-confd at ${this.options.baseUrl} ${what}`, mayPass);
  }
}
