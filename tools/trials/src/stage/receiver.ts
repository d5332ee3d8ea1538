import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Announced } from '../watch/told-order.js';

export interface ReceiverOptions {
  readonly secret: string;
  /** So often at most is one delivery refused. */
  readonly mostRefusals: number;
}

/** A receiver of webhooks that takes every second request at most. */
export interface Receiver {
  readonly url: string;
  /** What it took. */
  readonly taken: readonly Announced[];
  readonly counts: { requests: number; refused: number; forged: number };
  close(): void;
}

const SLOW_EVERY = 25;
const SLOW_MS = 1_000;

/** Answers every second request with 500, and some of the others slowly; which is a matter of counting, not of chance. */
export async function openReceiver({ secret, mostRefusals }: ReceiverOptions): Promise<Receiver> {
  const taken: Announced[] = [];
  const refusals = new Map<string, number>();
  const counts = { requests: 0, refused: 0, forged: 0 };
  const answer = async (body: string, signature: string): Promise<number> => {
    const number = ++counts.requests;
    if (!isGenuine(body, signature, secret)) counts.forged++;
    const { delivery, event, data } = JSON.parse(body) as {
      readonly delivery: string;
      readonly event: string;
      readonly data: { readonly conversation_id: string };
    };
    if (number % SLOW_EVERY === 0) await pause(SLOW_MS);
    const refused = refusals.get(delivery) ?? 0;
    if (number % 2 === 1 && refused < mostRefusals) {
      refusals.set(delivery, refused + 1);
      counts.refused++;
      return 500;
    }
    taken.push({ conversation: data.conversation_id, event, at: Date.now() });
    return 204;
  };
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => answer(body, String(request.headers['callstitch-signature'])))
      .then((status) => response.writeHead(status).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/calls`,
    taken,
    counts,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function isGenuine(body: string, header: string, secret: string): boolean {
  const [, time = '', mac = ''] = /^t=(\d+),v1=(\w+)$/.exec(header) ?? [];
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex') === mac;
}
