import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CelTable } from '@callstitch/application';
import { HeardArrivals, MemoryCelStore, MemoryCelTable } from '@callstitch/application/testing';
import { followFiles } from './follow-files.js';

const HEADER = 'eventtype,eventtime,channame,uniqueid,linkedid,cid_name\n';
const row = (call: string, type = 'LINKEDID_END'): string =>
  `"${type}","1795446470.${call.padStart(6, '0')}","SIP/é-1","u${call}","${call}","Zoé"\n`;

let folder: string;
let path: string;
let store: MemoryCelStore;
let table: MemoryCelTable;
let following: HeardArrivals | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'follow-'));
  path = join(folder, 'Master.csv');
  store = new MemoryCelStore();
  table = new MemoryCelTable(store);
});

afterEach(async () => {
  await following?.end();
  following = null;
  rmSync(folder, { recursive: true });
});

function start(usedTable: () => Promise<CelTable> = () => Promise.resolve(table)): HeardArrivals {
  following = new HeardArrivals(followFiles({ files: [path], stateDirectory: join(folder, 'state'), table: usedTable, pollSeconds: 0.1 }));
  return following;
}

async function heardUntil(heard: HeardArrivals, last: string): Promise<readonly string[]> {
  const calls: string[] = [];
  while (calls.at(-1) !== last) calls.push(...((await heard.nextArrival()) ?? []));
  return calls;
}

async function stored(): Promise<readonly string[]> {
  return (await store.read({ from: 1, until: 1_000 })).cels.map(({ linkedid }) => linkedid);
}

test('rows that are there and rows that are appended go into the table, in order, and ends of calls are told of', async () => {
  writeFileSync(path, HEADER + row('1', 'CHAN_START') + row('1'));
  const heard = start();
  expect(await heard.nextArrival()).toEqual(['1']);
  appendFileSync(path, row('2', 'CHAN_START') + row('2'));
  expect(await heard.nextArrival()).toEqual(['2']);
  const { cels } = await store.read({ from: 1, until: 10 });
  expect(cels.map(({ eventType, linkedid }) => `${eventType} ${linkedid}`)).toEqual([
    'CHAN_START 1',
    'LINKEDID_END 1',
    'CHAN_START 2',
    'LINKEDID_END 2',
  ]);
  expect([cels[0]?.cidName, cels[0]?.channelName]).toEqual(['Zoé', 'SIP/é-1']);
  expect(heard.troubles).toEqual([]);
});

test('a file without a header has the columns of Asterisk’s sample configuration', async () => {
  const line =
    '"LINKEDID_END","1795446470.5","Zoé","1001","1002","1003","1004","s","office","SIP/a-1","Dial","SIP/b","3","acme","u1","c1","SIP/b-2","field","","{""a"":1}"\n';
  writeFileSync(path, line);
  expect(await start().nextArrival()).toEqual(['c1']);
  expect((await store.read({ from: 1, until: 2 })).cels[0]).toMatchObject({
    ...{
      cidName: 'Zoé',
      cidNum: '1001',
      cidAni: '1002',
      cidRdnis: '1003',
      cidDnid: '1004',
      exten: 's',
      context: 'office',
      channelName: 'SIP/a-1',
    },
    ...{ appName: 'Dial', appData: 'SIP/b', amaFlags: '3', accountCode: 'acme', uniqueid: 'u1', peer: 'SIP/b-2', userfield: 'field' },
    extra: '{"a":1}',
  });
});

test('a row without a line end waits for the rest of it, also when a character is cut', async () => {
  const bytes = Buffer.from(row('2'));
  const cut = bytes.indexOf('Zo') + 3;
  writeFileSync(path, Buffer.concat([Buffer.from(HEADER + row('1')), bytes.subarray(0, cut)]));
  const heard = start();
  expect(await heard.nextArrival()).toEqual(['1']);
  appendFileSync(path, bytes.subarray(cut));
  expect(await heard.nextArrival()).toEqual(['2']);
  expect((await store.read({ from: 2, until: 3 })).cels[0]?.cidName).toBe('Zoé');
});

test('a restart reads on, and knows rows again that were read before their place was remembered', async () => {
  writeFileSync(path, HEADER + row('1') + row('2'));
  await heardUntil(start(), '2');
  await following?.end();
  appendFileSync(path, row('3'));
  expect(await heardUntil(start(), '3')).toEqual(['3']);
  await following?.end();
  rmSync(join(folder, 'state'), { recursive: true });
  appendFileSync(path, row('4'));
  await heardUntil(start(), '4');
  expect(await stored()).toEqual(['1', '2', '3', '4']);
});

test('a file that is renamed in the middle of a row is read to its end, before the new one', async () => {
  writeFileSync(path, HEADER + row('1') + row('2').slice(0, 30));
  const heard = start();
  await heardUntil(heard, '1');
  renameSync(path, `${path}.1`);
  writeFileSync(path, HEADER + row('3'));
  // The writer hangs for longer than a few looks.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  appendFileSync(`${path}.1`, row('2').slice(30));
  expect(await heardUntil(heard, '3')).toEqual(['2', '3']);
  appendFileSync(path, row('4'));
  expect(await heardUntil(heard, '4')).toEqual(['4']);
  expect([await stored(), heard.troubles]).toEqual([['1', '2', '3', '4'], []]);
});

test('what was rotated while nobody followed is read, several times and compressed', async () => {
  writeFileSync(path, HEADER + row('1'));
  await heardUntil(start(), '1');
  await following?.end();
  const later = (seconds: number): Date => new Date(1_795_446_470_000 + seconds * 1_000);
  writeFileSync(`${path}.2.gz`, gzipSync(readFileSync(path, 'utf8') + row('2')));
  utimesSync(`${path}.2.gz`, later(1), later(1));
  writeFileSync(`${path}.1`, HEADER + row('3') + row('4').trimEnd());
  utimesSync(`${path}.1`, later(2), later(2));
  writeFileSync(`${path}.3.gz`, gzipSync(HEADER + row('9')));
  utimesSync(`${path}.3.gz`, later(0), later(0));
  unlinkSync(path);
  writeFileSync(path, HEADER + row('5'));
  expect(await heardUntil(start(), '5')).toEqual(['2', '3', '4', '5']);
});

test('a file that is copied and emptied is read to its end', async () => {
  writeFileSync(path, HEADER + row('1'));
  await heardUntil(start(), '1');
  await following?.end();
  appendFileSync(path, row('2'));
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
  appendFileSync(path, HEADER + row('3') + row('4') + row('5'));
  const heard = start();
  expect(await heardUntil(heard, '5')).toEqual(['2', '3', '4', '5']);
  expect(heard.troubles).toEqual([]);
});

test('who is stopped between rotated files goes on there', async () => {
  writeFileSync(path, HEADER + row('1'));
  await heardUntil(start(), '1');
  await following?.end();
  const at = (seconds: number): Date => new Date(1_795_446_470_000 + seconds * 1_000);
  appendFileSync(path, row('2'));
  renameSync(path, `${path}.2`);
  utimesSync(`${path}.2`, at(1), at(1));
  // More than is read at once.
  writeFileSync(`${path}.1`, HEADER + row('3') + '\n'.repeat(300_000) + row('4'));
  utimesSync(`${path}.1`, at(2), at(2));
  writeFileSync(`${path}.0`, HEADER + row('5'));
  utimesSync(`${path}.0`, at(3), at(3));
  writeFileSync(path, HEADER + row('6'));
  for (const last of ['2', '3']) {
    const stopping: CelTable = {
      append(cels, options) {
        if (cels.at(-1)?.linkedid === last) void following?.end();
        return table.append(cels, options);
      },
    };
    await heardUntil(
      start(() => Promise.resolve(stopping)),
      last,
    );
    await following?.end();
  }
  await heardUntil(start(), '6');
  expect(await stored()).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('what was thrown away is said, and the new file read', async () => {
  writeFileSync(path, HEADER + row('1'));
  const heard = start();
  await heardUntil(heard, '1');
  unlinkSync(path);
  writeFileSync(path, HEADER + row('2'));
  expect(await heardUntil(heard, '2')).toEqual(['2']);
  expect(heard.troubles).toEqual([
    `${path} was replaced, and what it was before is not found beside it; rows that were not read yet are missing.`,
  ]);
});

test('a broken row is said once and skipped, also a quote that never ends', async () => {
  writeFileSync(path, `${HEADER}"ANSWER","never","SIP/a-1","u","1",""\n"ANSWER","1795446470\n${row('2')}`);
  const heard = start();
  await heardUntil(heard, '2');
  appendFileSync(path, row('3'));
  await heardUntil(heard, '3');
  expect(heard.troubles).toEqual([
    `${path}: 2 rows are skipped before byte ${Buffer.byteLength(readFileSync(path)) - Buffer.byteLength(row('3'))}; ` +
      'the first has the event time "never", which is not a time between 1970 and 2254.',
  ]);
});

test('a file that comes later and a table that is away are said once, and waited for', async () => {
  let isAway = true;
  const heard = start(() => (isAway ? Promise.reject(new Error('The table is away.')) : Promise.resolve(table)));
  expect(await heard.untilTroubles(1)).toEqual([`${path} does not exist; check the path.`]);
  writeFileSync(path, HEADER + row('1'));
  while ((await stored()).length === 0) {
    if (heard.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    isAway = false;
  }
  expect(await heard.nextArrival()).toEqual(['1']);
});
