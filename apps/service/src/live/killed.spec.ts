import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { openService } from '../testing/open-service.js';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
const CALLS = 120;
/** What Asterisk writes of a call that nobody answers. */
const ROWS = ['CHAN_START', 'APP_START', 'CHAN_START', 'HANGUP', 'CHAN_END', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'service-data-'));
});
afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

async function started(databaseUrl: string) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: '127.0.0.1:0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!said.includes('listens on') && child.exitCode === null) await Promise.race([once(child.stderr, 'data'), ended]);
  return { child, ended, url: /listens on (\S+)\/1\.0/.exec(said)?.[1] ?? said };
}

async function writeCalls(client: Client, onCall: (number: number) => void): Promise<void> {
  for (let number = 0; number < CALLS; number++) {
    for (const [index, type] of ROWS.entries()) {
      const leg = index === 2 || index === 3 || index === 4 ? 1 : 0;
      await client.query(
        `insert into cel (eventtype, eventtime, cid_num, exten, context, channame, uniqueid, linkedid)
         values ($1, now(), '1001', '1002', 'internal', $2, $3, $4)`,
        [type, `PJSIP/100${1 + leg}-${number}`, `${number}.${leg}`, `${number}.0`],
      );
    }
    onCall(number);
  }
}

test('a service that is killed while calls are written loses none of them and doubles none', async () => {
  const service = await openService([]);
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  const first = await started(service.databaseUrl);
  let half = (): void => undefined;
  const halfWritten = new Promise<void>((resolve) => (half = resolve));
  const writing = writeCalls(client, (number) => {
    if (number === CALLS / 2) half();
  });
  await halfWritten;
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await started(service.databaseUrl);
  await writing;
  const shown = async (): Promise<number> => (await service.ask('/1.0/cdr?limit=1', { token: service.tokens.root })).body.total ?? 0;
  while ((await shown()) < CALLS) await pause(50);
  const { rows } = await client.query<{ logs: number; conversations: number; created: number }>(
    `select count(*)::int as logs, count(distinct conversation_id)::int as conversations,
            (select count(*)::int from call_log_change where kind = 'created') as created from call_log`,
  );
  expect(rows).toEqual([{ logs: CALLS, conversations: CALLS, created: CALLS }]);
  second.child.kill('SIGTERM');
  await second.ended;
  await client.end();
  await service.close();
}, 40_000);
