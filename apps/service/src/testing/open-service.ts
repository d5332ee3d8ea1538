import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobsSettings } from '@callstitch/application';
import { DEFAULT_JOBS, archivedCallJson } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import { migrateDatabase, openCallstitch } from '@callstitch/runtime';
import { readSettings } from '@callstitch/runtime/settings';
import { Client } from 'pg';
import { exportMail } from '../exports/export-mail.js';
import { shownConfig } from '../config/service-config.js';
import { JobsClock } from '../jobs/jobs-clock.js';
import { serviceSettings } from '../service-settings.js';
import { createService } from '../create-service.js';
import type { ServiceParts } from '../parts.js';
import { ACME, ALICE, BETA, archived } from './told-call.js';

type Stored = CallLog & { readonly id: number; readonly tenantUuid: string };

/** What bodies of the service may hold, listings and errors alike. */
export interface AnswerBody {
  readonly [key: string]: unknown;
  readonly items: readonly { readonly id: number; readonly [key: string]: unknown }[];
  readonly total: number | null;
  readonly filtered: number | null;
  readonly next_cursor: string | null;
  readonly message: string;
  readonly error_id: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the body says as JSON; empty when it is none. Specs look at what they expect, and fail on what is not there. */
  readonly body: AnswerBody;
}

export interface OpenedService {
  readonly url: string;
  readonly databaseUrl: string;
  readonly callstitch: Callstitch;
  /** Ticks when it is started. */
  readonly jobsClock: JobsClock;
  /** Every token may do everything but `stranger` and `limited`: `root` in the master tenant, `acme` and `beta` in theirs, `alice` for a user. */
  readonly tokens: Readonly<Record<'root' | 'acme' | 'beta' | 'alice' | 'limited', string>>;
  ask(
    path: string,
    options?: {
      readonly token?: string | null;
      readonly method?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Answer>;
  /** Does something in its database that nobody does by HTTP. */
  query(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** The service over a PostgreSQL database of its own that holds some calls, asked over HTTP. */
export async function openService(
  calls: readonly Stored[],
  {
    recordings = [],
    exports,
    environment = {},
    jobs = DEFAULT_JOBS,
    more = {},
  }: {
    readonly recordings?: readonly string[];
    readonly exports?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly jobs?: JobsSettings;
    readonly more?: Partial<ServiceParts>;
  } = {},
): Promise<OpenedService> {
  const databaseUrl = await ownDatabase();
  await migrateDatabase(await readSettings({ DATABASE_URL: databaseUrl }), { withCel: true });
  const now = () => instant(Date.now() * 1_000);
  const settings = await serviceSettings({ ...environment, DATABASE_URL: databaseUrl, CALLSTITCH_DIRECTORY_TOKEN: 'secret' });
  const callstitch: Callstitch = await openCallstitch({
    ...settings,
    recordings,
    jobs,
    exportMail: exportMail(settings, () => callstitch),
    ...(exports === undefined ? {} : { exportDirectory: exports }),
    dialect: 'asterisk',
    serviceTenantUuid: null,
    now,
    onDirectoryRejected: () => undefined,
  });
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  const file = join(folder, 'calls.jsonl');
  writeFileSync(file, calls.map((call) => `${archivedCallJson(archived(call))}\n`).join(''));
  if (calls.length > 0) await callstitch.importCallLogs({ paths: [file], manifest: false, dryRun: false, recordings: [] });
  rmSync(folder, { recursive: true });
  const { access } = callstitch;
  await access.createTenant({ name: 'acme', uuid: ACME, parent: null });
  await access.createTenant({ name: 'beta', uuid: BETA, parent: null });
  const token = async (name: string, tenant: string | null, acl: readonly string[], userUuid: string | null = null) =>
    (await access.createToken({ name, acl, tenant, userUuid, expiresInDays: null })).secret;
  const tokens = {
    root: await token('root', null, ['#']),
    acme: await token('acme', ACME, ['#']),
    beta: await token('beta', BETA, ['#']),
    alice: await token('alice', ACME, ['#'], ALICE),
    limited: await token('limited', ACME, ['call-logd.status.read']),
  };
  const { authentication, search, changes } = callstitch;
  const config = shownConfig(settings, '1.2.3');
  const masterTenant = async () => (await callstitch.access.tenants()).find(({ parentUuid }) => parentUuid === null)?.uuid ?? null;
  const parts = {
    callstitch,
    authentication,
    search,
    changes,
    config,
    masterTenant,
    works: () => exports !== undefined,
    live: () => null,
    ...more,
  };
  const app = await createService(parts, { version: '1.2.3', log: null, cors: true });
  if (exports !== undefined) await callstitch.exports.work({ atOnce: 1 });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    url,
    databaseUrl,
    callstitch,
    jobsClock: app.get(JobsClock),
    tokens,
    async ask(path, { token: own = tokens.acme, method = 'GET', body, headers = {} } = {}) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { ...(own === null ? {} : { 'X-Auth-Token': own }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, text, body: jsonOf(text) };
    },
    async query(sql) {
      const client = new Client(databaseUrl);
      await client.connect();
      await client.query(sql);
      await client.end();
    },
    async close() {
      await app.close();
      await callstitch.close();
    },
  };
}

function jsonOf(text: string): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody;
  } catch {
    return {} as AnswerBody;
  }
}

async function ownDatabase(): Promise<string> {
  const server = process.env['CALLSTITCH_TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('there is no PostgreSQL: run the specs through `nx test`');
  const name = `service_${randomUUID().replaceAll('-', '')}`;
  const client = new Client(server);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
