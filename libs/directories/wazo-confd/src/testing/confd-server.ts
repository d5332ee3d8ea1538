import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DirectoryContent } from '@callstitch/application/testing';
import { confdReply } from './confd-reply.js';

/** What may go wrong with one request. */
export type Fault =
  'error 400' | 'error 500' | 'error 503' | 'page' | 'missing page' | 'nothing' | 'other shape' | 'other items' | 'cut off' | 'silence';

/** A confd of our own over real HTTP: slow, faulty and away when told so. It counts what it is asked. */
export class ConfdServer {
  readonly requests: string[] = [];
  /** The tokens that it was shown. */
  readonly tokens: string[] = [];
  validToken = 'token-1';
  delayMs = 0;
  mostAtOnce = 0;
  /** What goes wrong with the next requests, one after another; null: nothing. */
  faults: (Fault | null)[] = [];
  /** What goes wrong with a request whose address holds such a text, whenever it comes. */
  faultOf: { readonly text: string; readonly fault: Fault } | null = null;
  #server: Server | null = null;
  #port = 0;
  #atOnce = 0;

  constructor(public content: DirectoryContent) {}

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}/1.1`;
  }

  /** Begins to listen; after a stop on the port it had before. */
  async start(): Promise<this> {
    const server = createServer((request, response) => void this.#receive(request, response));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  /** Goes away at once, in the middle of whatever it was saying. */
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
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    response.once('close', () => (this.#atOnce -= 1));
    const url = new URL(request.url ?? '/', this.baseUrl);
    const token = String(request.headers['x-auth-token']);
    this.requests.push(`${url.pathname.replace('/1.1/', '')}${url.search}`);
    this.tokens.push(token);
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const fault = this.faults.shift() ?? (this.faultOf !== null && url.href.includes(this.faultOf.text) ? this.faultOf.fault : null);
    if (fault !== null) WENT_WRONG[fault](response);
    else if (token !== this.validToken) send(response, 401, { error_id: 'unauthorized' });
    else this.#reply(request, { url, response });
  }

  #reply(request: IncomingMessage, { url, response }: { readonly url: URL; readonly response: ServerResponse }): void {
    const { status, body } = confdReply(this.content, { url, tenantUuid: request.headers['wazo-tenant'] });
    send(response, status, body);
  }
}

const WENT_WRONG: Readonly<Record<Fault, (response: ServerResponse) => void>> = {
  'error 400': (response) => send(response, 400, ['Input Error']),
  'error 500': (response) => send(response, 500, { message: 'Unexpected error' }),
  'error 503': (response) => send(response, 503, { message: 'Starting' }),
  page: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It works!</html>'),
  'missing page': (response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>404 Not Found</html>'),
  nothing: (response) => void response.writeHead(200).end(),
  'other shape': (response) => send(response, 200, { status: 'ok' }),
  'other items': (response) => send(response, 200, { items: [{ ...STRANGER }], total: 1 }),
  'cut off': (response) => {
    response.writeHead(200, { 'content-length': 1_000 }).write('{"items": [');
    setTimeout(() => response.destroy(), 5);
  },
  silence: () => undefined,
};

const STRANGER = { id: 1, name: 'somebody-else', tenant_uuid: 'another', users: [], extensions: [] };

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
