import { Readable } from 'node:stream';
import type { Callstitch } from '@callstitch/runtime';

/** Where there is nothing yet, makes call logs of recorded CELs to look at; says how many, null where there was something. */
export async function loadSamples(callstitch: Callstitch, files: readonly string[]): Promise<number | null> {
  const { callLogs } = await callstitch.find({}, { limit: 1, after: null });
  const { lastRuns } = await callstitch.status();
  if (callLogs.length > 0 || lastRuns.length > 0) return null;
  await callstitch.importCels({ files, stdin: Readable.from([]), timezone: 'UTC', newIds: true });
  const { created } = await callstitch.generate({ kind: 'newest', count: Infinity });
  return created;
}

/** What whoever started the service needs to know; the token is shown this once. */
export function firstWords({
  url,
  token,
  sampleCalls,
}: {
  readonly url: string;
  /** Of the administrator, at the first start; null later. */
  readonly token: string | null;
  readonly sampleCalls: number | null;
}): string {
  const lines = [`Callstitch listens on ${url}/1.0; its routes can be tried at ${url}/1.0/docs`];
  if (sampleCalls !== null) lines.push(`There are ${sampleCalls} call logs of recorded sample calls to look at.`);
  if (token !== null) {
    lines.push(
      '',
      'The administrator’s token, shown this once:',
      '',
      `  ${token}`,
      '',
      'Try:',
      '',
      `  TOKEN=${token}`,
      `  curl -H "X-Auth-Token: $TOKEN" '${url}/1.0/cdr?limit=3'`,
      `  curl -H "X-Auth-Token: $TOKEN" '${url}/1.0/cdr?call_direction=inbound&call_status=answered&format=csv'`,
      `  curl -H "X-Auth-Token: $TOKEN" '${url}/1.0/cdr?search=alice&limit=1'`,
      ...(sampleCalls === null ? [] : [`  curl -H "X-Auth-Token: $TOKEN" '${url}/1.0/cdr/${sampleCalls}/journey'`]),
      `  curl -N -H "X-Auth-Token: $TOKEN" '${url}/1.0/cdr/stream'            # calls as they end`,
      '',
      'More tokens, for less: callstitch token create --help',
      'Where your own calls come from, and what else there is: docs/operations.md',
    );
  }
  return `${lines.join('\n')}\n`;
}
