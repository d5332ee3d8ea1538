import { readFileSync } from 'node:fs';
import type { ArrivalTrouble } from '@callstitch/application';
import { CallstitchError, instant } from '@callstitch/domain';
import type { BusHandle, Callstitch, LiveHandle, Samples } from '@callstitch/runtime';
import type { FastifyInstance } from 'fastify';
import { openAuthentication, openCallstitch } from '@callstitch/runtime';
import { shownConfig } from './config/service-config.js';
import { createService } from './create-service.js';
import { exportMail } from './exports/export-mail.js';
import { firstWords } from './first-start/first-words.js';
import { loadSamples, tokenOfSubTenant } from './first-start/load-samples.js';
import { hasItsOwn } from './first-start/has-its-own.js';
import { startArguments } from './first-start/start-arguments.js';
import { JobsClock } from './jobs/jobs-clock.js';
import { logTo } from './log.js';
import type { ServiceSettings } from './service-settings.js';
import { serviceSettings } from './service-settings.js';
import { busStanding } from './status/bus-status.js';
import { serviceToken } from './status/service-token.js';

const MICROSECONDS_PER_MILLISECOND = 1_000;

const now = () => instant(Date.now() * MICROSECONDS_PER_MILLISECOND);

/** Runs the service until it is told to stop; what keeps it from starting is said in a sentence, exit code 1. */
export async function runService(process: NodeJS.Process): Promise<void> {
  const say = (text: string): void => void process.stderr.write(text);
  try {
    const samples = startArguments(process.argv.slice(2));
    await start(await serviceSettings(process.env), samples, process, say);
  } catch (error) {
    if (!(error instanceof CallstitchError) && !isListenError(error)) throw error;
    say(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

async function start(
  settings: ServiceSettings,
  asked: Samples | null,
  process: NodeJS.Process,
  say: (text: string) => void,
): Promise<void> {
  const samples = hasItsOwn(settings) ? null : asked;
  const callstitch: Callstitch = await openCallstitch({
    ...settings,
    samples,
    exportMail: exportMail(settings, () => callstitch),
    serviceTenantUuid: settings.defaultTenantUuid,
    now,
    onDirectoryRejected: ({ message }) => say(`${message}\nThe one read before is used.\n`),
  });
  try {
    await serve(callstitch, { settings, samples }, process, say);
  } catch (error) {
    await callstitch.close();
    throw error;
  }
}

async function serve(
  callstitch: Callstitch,
  { settings, samples }: { readonly settings: ServiceSettings; readonly samples: Samples | null },
  process: NodeJS.Process,
  say: (text: string) => void,
): Promise<void> {
  const { host, port, cors } = settings;
  const authentication = await openAuthentication(settings.authentication, { callstitch, now });
  const { search, changes } = callstitch;
  const log = logTo((line) => void process.stdout.write(line));
  const config = shownConfig(settings, version());
  const masterTenant = async () =>
    (await callstitch.access.tenants()).find(({ parentUuid }) => parentUuid === null)?.uuid ?? settings.defaultTenantUuid;
  // What cannot be used is said before anybody is served.
  const sources = await callstitch.live.openSources(settings.sources);
  const events = await callstitch.bus.open(settings.sources.amqp);
  let works = false;
  const announcing = await callstitch.announcing.start(settings.announce, {
    onTrouble: (publisher, message) => log('error', 'announce.trouble', { publisher, message }),
  });
  let live: LiveHandle | null = null;
  let bus: BusHandle | null = null;
  const parts = {
    callstitch,
    authentication,
    search,
    changes,
    config,
    masterTenant,
    works: () => works,
    announcing,
    live: () => live?.state() ?? null,
    bus: () => (events === null ? null : busStanding(bus?.state() ?? null, live === null ? [] : sources)),
    serviceToken: serviceToken(settings, authentication),
  };
  const app = await createService(parts, { version: version(), log, cors });
  const stop = (): void => {
    // What is being answered is answered; nothing new is taken.
    void app
      .close()
      .then(() => callstitch.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await callstitch.exports.work({ atOnce: 1, onTrouble: ({ message }) => log('error', 'export.trouble', { message }) });
  works = true;
  const administrator = settings.authentication.kind === 'local' ? await callstitch.access.ensureAdministratorToken() : null;
  const sights = samples === null ? null : await loadSamples(callstitch, samples.files);
  const readerToken = sights === null || administrator === null ? null : await tokenOfSubTenant(callstitch);
  // After the samples: making up for a missed generation would take them for calls.
  await app.get(JobsClock).start(log);
  // Not by Nest, which would print a stack of its own when the port is taken.
  const url = await (app.getHttpAdapter().getInstance() as FastifyInstance).listen({ port, host });
  if (settings.live.enabled) {
    const onTrouble = ({ name, message }: ArrivalTrouble): void => log('warn', 'live.trouble', { arrivals: name, message });
    live = callstitch.live.start(settings.live, { arrivals: sources, onTrouble });
  }
  if (events !== null) bus = callstitch.bus.start(events, (message) => log('warn', 'bus.trouble', { message }));
  const { ownDatabase } = callstitch;
  say(firstWords({ url, token: administrator?.secret ?? null, readerToken, sights, ownDatabase }));
}

function isListenError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
