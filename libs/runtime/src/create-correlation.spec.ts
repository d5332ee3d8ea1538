import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createCorrelation } from './create-correlation.js';
import type { CorrelationOptions } from './create-correlation.js';

const ROWS = `eventtype,eventtime,cid_name,cid_num,exten,context,channame,appname,appdata,uniqueid,linkedid
CHAN_START,2026-11-23 10:00:00,Alice,1001,1002,office,PJSIP/1001-1,,,1.1,1.1
APP_START,2026-11-23 10:00:00,Alice,1001,1002,office,PJSIP/1001-1,Dial,PJSIP/1002,1.1,1.1
CHAN_START,2026-11-23 10:00:01,Bob,1002,s,office,PJSIP/1002-2,,,1.2,1.1
ANSWER,2026-11-23 10:00:03,Bob,1002,1002,office,PJSIP/1002-2,AppDial,,1.2,1.1
BRIDGE_ENTER,2026-11-23 10:00:03,Bob,1002,,office,PJSIP/1002-2,AppDial,,1.2,1.1
BRIDGE_ENTER,2026-11-23 10:00:03,Alice,1001,1002,office,PJSIP/1001-1,Dial,PJSIP/1002,1.1,1.1
HANGUP,2026-11-23 10:00:09,Bob,1002,,office,PJSIP/1002-2,AppDial,,1.2,1.1
CHAN_END,2026-11-23 10:00:09,Bob,1002,,office,PJSIP/1002-2,AppDial,,1.2,1.1
HANGUP,2026-11-23 10:00:09,Alice,1001,1002,office,PJSIP/1001-1,,,1.1,1.1
CHAN_END,2026-11-23 10:00:09,Alice,1001,1002,office,PJSIP/1001-1,,,1.1,1.1
LINKEDID_END,2026-11-23 10:00:09,Alice,1001,1002,office,PJSIP/1001-1,,,1.1,1.1
`;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'runtime-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function options(changed: Partial<CorrelationOptions> = {}): CorrelationOptions {
  return {
    inputs: ['-'],
    stdin: Readable.from([ROWS]),
    dialect: 'asterisk',
    trunks: [],
    internal: [],
    directory: null,
    directoryToken: null,
    serviceTenantUuid: null,
    configFile: null,
    timezone: 'America/Toronto',
    ...changed,
  };
}

test('rows become call logs, and their number is told on the way', async () => {
  const progress: number[] = [];
  const correlation = await createCorrelation(options());
  const { tellings, rowsRead } = await correlation.run((rows) => progress.push(rows));
  expect(rowsRead).toBe(11);
  expect(progress).toEqual([11]);
  expect(tellings.map(({ callLog }) => [callLog.direction, callLog.status, callLog.startedAt])).toEqual([
    ['internal', 'answered', Date.UTC(2026, 10, 23, 15) * 1000],
  ]);
});

test('a conversation is found by its id and by each channel in it', async () => {
  const correlation = await createCorrelation(options());
  expect(correlation.conversation('1.1')).toBeNull();
  await correlation.run();
  expect(correlation.conversation('1.1')?.cels).toHaveLength(11);
  expect(correlation.conversation('1.2')?.id).toBe('1.1');
  expect(correlation.conversation('1')).toBeNull();
});

test('people of the directory file are known', async () => {
  const directory = join(folder, 'office.yml');
  writeFileSync(directory, 'users: [{ name: Alice Martin, numbers: 1001, tenant: acme }]');
  const { tellings } = await (await createCorrelation(options({ directory }))).run();
  expect(tellings[0]?.callLog).toMatchObject({ tenantUuid: 'acme', source: { number: '1001' } });
});

test('trunks and internal patterns reach the dialect', async () => {
  const { tellings } = await (await createCorrelation(options({ trunks: ['PJSIP/1001'] }))).run();
  expect(tellings[0]?.callLog.direction).toBe('inbound');
  await expect(createCorrelation(options({ internal: ['_1['] }))).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringMatching(/^_1\[ is not a dialplan pattern.*; write it like _1XXX, or a plain number\.$/) as string,
  });
});

test('an unknown dialect is refused with those that there are', async () => {
  await expect(createCorrelation(options({ dialect: 'wazoo' }))).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: 'There is no dialect "wazoo"; use auto, asterisk, wazo.',
  });
});

test('nothing is read before everything else is in order', async () => {
  const stdin = Readable.from([ROWS]);
  await expect(createCorrelation(options({ stdin, timezone: 'Mars' }))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await expect(createCorrelation(options({ stdin, directory: join(folder, 'missing.yml') }))).rejects.toMatchObject({
    code: 'DIRECTORY_INVALID',
  });
  expect(stdin.readableDidRead).toBe(false);
});
