import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a receiver was sent and took. */
export interface ReceivedDelivery {
  readonly delivery: string;
  readonly event: string;
  readonly seq: string;
  readonly data: { readonly id: number };
}

/** A receiver of webhooks on this machine; `answers` gives the status of each request. */
export async function webhookReceiver(answers: (received: ReceivedDelivery) => number = () => 204) {
  const taken: ReceivedDelivery[] = [];
  const heard = new EventTarget();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const received = JSON.parse(body) as ReceivedDelivery;
      const status = answers(received);
      if (status < 300) taken.push(received);
      response.writeHead(status).end();
      heard.dispatchEvent(new Event('request'));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    /** Waits until something is so of what was taken. */
    async until(isSo: () => boolean | Promise<boolean>) {
      while (!(await isSo())) await once(heard, 'request');
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
