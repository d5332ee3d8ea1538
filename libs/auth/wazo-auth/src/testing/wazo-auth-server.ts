import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AccessContent } from '@callstitch/application/testing';
import { MemoryAuthentication } from '@callstitch/application/testing';

/** What may go wrong with a request. */
export type Fault = 'error 500' | 'page' | 'other shape' | 'redirect' | 'silence' | 'cut off';

/** A wazo-auth of our own over real HTTP; as there, a person's token may not list tenants. It counts what it is asked. */
export class WazoAuthServer {
  readonly requests: string[] = [];
  readonly knows: MemoryAuthentication;
  /** What goes wrong with every request. */
  fault: Fault | null = null;
  #server: Server | null = null;
  #port = 0;

  constructor(content: AccessContent) {
    this.knows = new MemoryAuthentication(content);
  }

  get port(): number {
    return this.#port;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => void this.#receive(request, response));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  /** Goes away at once. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (this.fault !== null) {
      WENT_WRONG[this.fault](response);
      return;
    }
    const url = new URL(request.url ?? '/', this.baseUrl);
    const [, version, topic, token = ''] = url.pathname.split('/');
    if (version !== '0.1') send(response, 404, { message: 'no such resource' });
    else if (topic === 'tenants') await this.#tenants(request, response);
    else if (request.method === 'HEAD') await this.#check(token, { url, response });
    else this.#token(token, response);
  }

  async #check(token: string, { url, response }: { readonly url: URL; readonly response: ServerResponse }): Promise<void> {
    const [requiredAccess, tenantUuid] = [url.searchParams.get('scope') ?? '', url.searchParams.get('tenant')];
    const { kind } = await this.knows.check({ token, requiredAccess, tenantUuid });
    response.writeHead({ granted: 204, denied: 403, 'unknown-token': 404 }[kind]).end();
  }

  #token(token: string, response: ServerResponse): void {
    const known = this.knows.find(token);
    if (known === null) {
      send(response, 404, { reason: ['No such token'] });
      return;
    }
    const metadata = { uuid: 'a', tenant_uuid: known.tenantUuid, pbx_user_uuid: known.userUuid };
    send(response, 200, { data: { token, acl: known.acl, metadata } });
  }

  async #tenants({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [token, tenantUuid] = [String(headers['x-auth-token']), String(headers['wazo-tenant'])];
    const visible = this.knows.find(token)?.userUuid === null ? await this.knows.visibleTenants({ token, tenantUuid }) : null;
    if (visible === null) send(response, 401, { reason: ['Unauthorized'] });
    else send(response, 200, { items: visible.map((uuid) => ({ uuid, name: null })), total: visible.length, filtered: visible.length });
  }
}

const WENT_WRONG: Readonly<Record<Fault, (response: ServerResponse) => void>> = {
  'error 500': (response) => send(response, 500, { message: 'Unexpected error' }),
  page: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It works!</html>'),
  'other shape': (response) => send(response, 200, { data: [], items: [{ name: 'x' }] }),
  redirect: (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  silence: () => undefined,
  'cut off': (response) => void response.destroy(),
};

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
