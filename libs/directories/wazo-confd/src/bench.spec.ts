import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DirectoryContent } from '@callstitch/application/testing';
import type { Directory } from '@callstitch/domain';
import { openWazoConfd } from './open-wazo-confd.js';
import { answered } from './testing/answered.js';
import { ConfdServer } from './testing/confd-server.js';

interface Bench {
  readonly users: readonly { readonly uuid: string; readonly tenant_uuid: string; readonly lines: readonly { readonly name: string }[] }[];
  readonly contexts: DirectoryContent['contexts'];
}

const folder = resolve(process.cwd(), '../../../../shared/data/bench');
let confd: ConfdServer | null = null;
afterEach(() => confd?.stop());

/** A packed text of the bench; null, with a message, where there is none. */
function unpacked(name: string): string | null {
  const path = resolve(folder, name);
  if (existsSync(path)) return gunzipSync(readFileSync(path)).toString();
  console.warn(`${path} is absent: what it costs is not measured`);
  return null;
}

/** As the service would have it: lines that name their users. */
function contentOf({ users, contexts }: Bench): DirectoryContent {
  const lines = users.flatMap(({ uuid, tenant_uuid, lines: own }) => own.map((line) => ({ ...line, tenant_uuid, users: [{ uuid }] })));
  return { users: users, contexts, lines, voicemails: [] };
}

test('20,000 CELs with the lines and users of the bench cost fewer than 60 requests', async () => {
  const directory = unpacked('directory.json.gz');
  const cels = unpacked('cel-20k.csv.gz');
  if (directory === null || cels === null) return;
  const bench = JSON.parse(directory) as Bench;
  confd = await new ConfdServer(contentOf(bench)).start();
  confd.delayMs = 5;
  const source = openWazoConfd({ baseUrl: confd.baseUrl, token: () => 'token-1' });

  const endpoints = [...new Set([...cels.matchAll(/\b(?:PJSIP|SIP|SCCP)\/([^,"-]+)-[0-9a-f]{8}/g)].map(([, endpoint]) => endpoint!))];
  const accounts = new Set(bench.users.map(({ uuid }) => uuid));
  const announced = [...new Set(cels.match(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g))].filter((uuid) => accounts.has(uuid));
  const contexts = ['ctx-tenant1-from-extern', 'ctx-tenant1-internal', 'ctx-tenant2-from-extern', 'user'];
  const ask = (known: Directory): number => {
    announced.forEach((uuid) => known.byUserUuid(uuid));
    contexts.forEach((name) => known.tenantOfContext(name));
    return endpoints.filter((endpoint) => known.byEndpoint(endpoint) !== null).length;
  };
  const begun = performance.now();
  const result = await answered(source, ask);
  const milliseconds = Math.round(performance.now() - begun);
  console.info(`${endpoints.length} endpoints, ${announced.length} uuids: ${confd.requests.length} requests, ${milliseconds} ms`);

  const lines = new Set(bench.users.flatMap(({ lines: own }) => own.map(({ name }) => name)));
  expect(result).toEqual({ answer: endpoints.filter((endpoint) => lines.has(endpoint)).length });
  expect(confd.requests.length).toBeLessThan(60);
});

test('1,000 lines asked by a hundred at a time cost tens of requests, not thousands', async () => {
  const directory = unpacked('directory.json.gz');
  if (directory === null) return;
  const bench = JSON.parse(directory) as Bench;
  confd = await new ConfdServer(contentOf(bench)).start();
  const source = openWazoConfd({ baseUrl: confd.baseUrl, token: () => 'token-1' });
  const names = bench.users.flatMap(({ lines }) => lines.map(({ name }) => name));
  for (let from = 0; from < names.length; from += 10) {
    const batch = names.slice(from, from + 10);
    expect(await answered(source, (known) => batch.filter((name) => known.byEndpoint(name) !== null))).toEqual({ answer: batch });
  }
  expect(confd.requests.length).toBeLessThan(60);
});
