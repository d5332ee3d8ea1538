import { Readable } from 'node:stream';
import { CallstitchError } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import type { Sights } from './sights.js';
import { sightsOf } from './sights.js';

/** The tenant below the master tenant that the samples' directory has. */
export const SUB_TENANT = 'globex';

/** More than there are samples. */
const ALL = 1_000;

/** Where there is nothing yet, makes call logs of recorded CELs to look at; says what is worth a look, null where there was something. */
export async function loadSamples(callstitch: Callstitch, files: readonly string[]): Promise<Sights | null> {
  const { callLogs } = await callstitch.find({}, { limit: 1, after: null });
  const { lastRuns } = await callstitch.status();
  if (callLogs.length > 0 || lastRuns.length > 0) return null;
  await makeSubTenant(callstitch);
  await callstitch.importCels({ files, stdin: Readable.from([]), timezone: 'UTC', newIds: true });
  await callstitch.generate({ kind: 'newest', count: Infinity });
  return sightsOf((await callstitch.find({}, { limit: ALL, after: null })).callLogs);
}

async function makeSubTenant({ access }: Pick<Callstitch, 'access'>): Promise<void> {
  try {
    await access.createTenant({ name: SUB_TENANT, uuid: null, parent: null });
  } catch (error) {
    // A start that was killed may have made it.
    if (!(error instanceof CallstitchError) || error.code !== 'ARGUMENT_INVALID') throw error;
  }
}

/** A token that reads the calls of the samples' sub-tenant and may do nothing else; what it reads like. */
export async function tokenOfSubTenant({ access }: Pick<Callstitch, 'access'>): Promise<string> {
  const acl = ['call-logd.cdr.read'];
  const { secret } = await access.createToken({
    name: `reader of ${SUB_TENANT}`,
    acl,
    tenant: SUB_TENANT,
    userUuid: null,
    expiresInDays: null,
  });
  return secret;
}
