import { relative } from 'node:path';
import type { OwnDatabase } from '@callstitch/runtime';
import { SUB_TENANT } from './load-samples.js';
import type { Sights } from './sights.js';

/** What a start has to say. */
export interface FirstWords {
  readonly url: string;
  /** Of the administrator, at the first start; null later. */
  readonly token: string | null;
  /** Of who only reads the sub-tenant's calls, when the samples were loaded just now. */
  readonly readerToken: string | null;
  /** Null when no samples were loaded just now. */
  readonly sights: Sights | null;
  readonly ownDatabase: OwnDatabase | null;
}

/** What whoever started the service needs to know; tokens are shown this once, the database's password never. */
export function firstWords({ url, token, readerToken, sights, ownDatabase }: FirstWords): string {
  const lines = [`Callstitch listens on ${url}/1.0; its routes can be tried at ${url}/1.0/docs`];
  if (sights !== null)
    lines.push(`There are ${sights.calls} call logs of recorded sample calls to look at, with the people of their office.`);
  if (token !== null)
    lines.push('', 'The administrator’s token, shown this once:', '', `  ${token}`, '', 'Try:', '', ...tries(url, token, sights));
  if (readerToken !== null) lines.push('', ...readers(url, readerToken));
  if (ownDatabase !== null) lines.push('', ...forAsterisk(ownDatabase));
  lines.push('', 'What next: docs/what-next.md');
  return `${lines.join('\n')}\n`;
}

function tries(url: string, token: string, sights: Sights | null): readonly string[] {
  const curl = (path: string, what: string, option = ''): readonly string[] => [
    `  # ${what}`,
    `  curl ${option}-H "X-Auth-Token: $TOKEN" '${url}/1.0${path}'`,
  ];
  const { tag = null, journey = null, user = null } = sights ?? {};
  return [
    `  TOKEN=${token}`,
    ...curl('/cdr?recurse=true&limit=3', 'the newest calls of all tenants'),
    ...(tag === null ? [] : curl(`/cdr?tags=${encodeURIComponent(tag)}&limit=3`, `calls of ${tag}`)),
    ...(journey === null ? [] : curl(`/cdr/${journey.id}/journey`, `what happened on the way: ${journey.about}`)),
    ...(user === null ? [] : curl(`/users/${user.uuid}/cdr?limit=3`, `calls of ${user.name}`)),
    ...curl('/cdr?call_direction=inbound&call_status=answered&format=csv', 'answered calls from outside, as CSV'),
    ...curl('/cdr/stream', 'calls as they end', '-N '),
  ];
}

function readers(url: string, token: string): readonly string[] {
  return [
    `A token that may read the calls of the tenant ${SUB_TENANT} and nothing else:`,
    '',
    `  curl -H 'X-Auth-Token: ${token}' '${url}/1.0/cdr'`,
  ];
}

function forAsterisk({ host, port, user, database, passwordFile }: OwnDatabase): readonly string[] {
  const within = relative(process.cwd(), passwordFile);
  const file = within.startsWith('..') ? passwordFile : within;
  return [
    `CELs go into the table cel of this PostgreSQL, which takes connections from this machine only, while the service runs. Asterisk’s`,
    `cel_pgsql.conf: hostname=${host} port=${port} dbname=${database} user=${user} table=cel usegmtime=yes, password as in ${file}. By hand:`,
    '',
    `  PGPASSWORD=$(cat ${file}) psql -h ${host} -p ${port} -U ${user} ${database}`,
  ];
}
