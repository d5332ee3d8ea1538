import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { BrokenRow } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import { csvCelSource } from './csv-cel-source.js';

const HEADER =
  'id,eventtype,eventtime,userdeftype,cid_name,cid_num,cid_ani,cid_rdnis,cid_dnid,exten,context,channame,appname,appdata,' +
  'amaflags,accountcode,peeraccount,uniqueid,linkedid,userfield,peer,extra';
const START =
  '1,CHAN_START,2026-11-23T15:07:50.482631Z,,Émilie Côté,1005,,,,1002,office,PJSIP/1005-00000000,,,3,acme,,1795446470.0,1795446470.0,,,';
const DIAL =
  '2,APP_START,2026-11-23T15:07:50.483142Z,,Émilie Côté,1005,1005,,1002,1002,office,PJSIP/1005-00000000,Dial,"PJSIP/1002,12,tT",3,acme,,1795446470.0,1795446470.0,,,';
const HANGUP =
  '3,HANGUP,2026-11-23T15:07:52.000001Z,,Émilie Côté,1005,1005,,1002,1002,office,PJSIP/1005-00000000,,,3,acme,,1795446470.0,1795446470.0,,,"{""hangupcause"":16}"';
const NEEDED = 'eventtype,eventtime,channame,uniqueid,linkedid';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cel-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Read {
  cels: Cel[];
  broken: BrokenRow[];
  error: { code: unknown; message: string } | null;
}

async function read(inputs: readonly string[], options: { stdin?: NodeJS.ReadableStream; timezone?: string } = {}): Promise<Read> {
  const result: Read = { cels: [], broken: [], error: null };
  try {
    const source = csvCelSource(inputs, { stdin: Readable.from([]), ...options });
    for await (const batch of source.read((row) => result.broken.push(row))) result.cels.push(...batch);
  } catch (error) {
    result.error = error as Read['error'];
  }
  return result;
}

const rows = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

test("every column of Asterisk's table becomes a field", async () => {
  const names = HEADER.split(',');
  const values = names.map((name) =>
    name === 'id' ? '7' : name === 'eventtype' ? 'BRIDGE_ENTER' : name === 'eventtime' ? '1795446470.482631' : `the ${name}`,
  );
  const { cels, broken, error } = await read([file('all.csv', rows(HEADER, values.join(',')))]);
  expect([broken, error]).toEqual([[], null]);
  expect(cels).toEqual([
    {
      id: 7,
      eventType: 'BRIDGE_ENTER',
      eventTime: 1795446470482631,
      userDefType: 'the userdeftype',
      cidName: 'the cid_name',
      cidNum: 'the cid_num',
      cidAni: 'the cid_ani',
      cidRdnis: 'the cid_rdnis',
      cidDnid: 'the cid_dnid',
      exten: 'the exten',
      context: 'the context',
      channelName: 'the channame',
      appName: 'the appname',
      appData: 'the appdata',
      amaFlags: 'the amaflags',
      accountCode: 'the accountcode',
      peerAccount: 'the peeraccount',
      uniqueid: 'the uniqueid',
      linkedid: 'the linkedid',
      userfield: 'the userfield',
      peer: 'the peer',
      extra: 'the extra',
    },
  ]);
});

test('columns that are not there are empty, and rows without id are counted over all inputs', async () => {
  const one = file('one.csv', rows(NEEDED, 'CHAN_START,1795446470,SIP/a-1,1.1,1.1', 'CHAN_START,never,SIP/a-1,1.1,1.1'));
  const two = file('two.csv', rows('uniqueid,linkedid,eventtype,eventtime,channame', '2.1,2.1,1,1795446471,SIP/b-1'));
  const { cels } = await read([one, two]);
  expect(cels.map(({ id, uniqueid, eventType, cidNum, extra }) => [id, uniqueid, eventType, cidNum, extra])).toEqual([
    [1, '1.1', 'CHAN_START', '', ''],
    [3, '2.1', 'CHAN_START', '', ''],
  ]);
});

test('rows bring ids of their own as long as every input read so far has a column of them', async () => {
  const withIds = file('with-ids.csv', rows(HEADER, START));
  const without = file('without-ids.csv', rows(NEEDED, 'ANSWER,1795446470,SIP/a-1,1.1,1.1'));
  const heard = async (...inputs: string[]): Promise<boolean[]> => {
    const source = csvCelSource(inputs, { stdin: Readable.from([]) });
    const said: boolean[] = [];
    for await (const _ of source.read(() => undefined)) said.push(source.ownIds());
    return said;
  };
  expect(await heard(withIds, without, withIds)).toEqual([true, false, false]);
  expect(await heard(without, withIds)).toEqual([false, false]);
});

test('gzip is known by its bytes, whatever the file is called', async () => {
  const text = rows(HEADER, START, DIAL, HANGUP);
  const plain = await read([file('plain.csv.gz', text)]);
  const zipped = await read([file('zipped.csv', gzipSync(text))]);
  const twoMembers = await read([file('members.gz', Buffer.concat([gzipSync(rows(HEADER, START)), gzipSync(rows(DIAL, HANGUP))]))]);
  expect(plain.error).toBeNull();
  expect(plain.cels).toHaveLength(3);
  expect(zipped).toEqual(plain);
  expect(twoMembers).toEqual(plain);
});

test('standard input is read plain or gzipped, in whatever pieces it comes', async () => {
  const text = rows(HEADER, START, DIAL, HANGUP);
  const { cels } = await read([file('same.csv', text)]);
  const inBytes = (bytes: Buffer): Readable => Readable.from([...bytes].map((byte) => Buffer.from([byte])));
  expect((await read(['-'], { stdin: inBytes(Buffer.from(text)) })).cels).toEqual(cels);
  expect((await read(['-'], { stdin: inBytes(gzipSync(text)) })).cels).toEqual(cels);
  expect((await read(['-'], { stdin: Readable.from([text]) })).cels).toEqual(cels);
});

test('a byte order mark and line ends of Windows are no part of the data', async () => {
  const { cels, broken, error } = await read([
    file('windows.csv', `\uFEFF${[HEADER.replace('id', '"id"'), START.replace('1', '7'), DIAL, HANGUP, ''].join('\r\n')}`),
  ]);
  expect([cels.length, broken, error]).toEqual([3, [], null]);
  expect([cels[0]?.id, cels[0]?.extra]).toEqual([7, '']);
  expect(cels[2]?.extra).toBe('{"hangupcause":16}');
});

test('blank lines and a header without rows are fine', async () => {
  expect(await read([file('header.csv', `${HEADER}\n`)])).toEqual({ cels: [], broken: [], error: null });
  expect((await read([file('blank.csv', `\n${HEADER}\n\n${START}\n\n`)])).cels).toHaveLength(1);
});

test('times without a zone are read in the zone that is given', async () => {
  const path = file('local.csv', rows(NEEDED, 'ANSWER,2026-11-23 10:07:50.5,SIP/a-1,1.1,1.1'));
  expect((await read([path], { timezone: 'America/Toronto' })).cels[0]?.eventTime).toBe(1795446470500000);
  expect((await read([path])).cels[0]?.eventTime).toBe(1795446470500000 - 5 * 3600 * 1_000_000);
});

test('each broken row is reported with its place and reason, and reading goes on', async () => {
  const path = file(
    'broken.csv',
    rows(
      `id,${NEEDED}`,
      '1,CHAN_START,1795446470,SIP/a-1,1.1,1.1',
      '2,CHAN_START,1795446470,SIP/a-1,1.1',
      '3,CHAN_START,2026-13-01 00:00:00,SIP/a-1,1.1,1.1',
      '',
      '4,99,1795446470,SIP/a-1,1.1,1.1',
      '5,ANSWER,1795446470,"SIP/a\nb-1",,1.1',
      'six,ANSWER,1795446470,SIP/a-1,1.1,1.1',
      '7,,1795446470,SIP/a-1,1.1,1.1',
      '8,ANSWER,1795446470,"SIP"/a-1",1.1,1.1',
      '9,ANSWER,1795446470,SIP/a-1,1.1,1.1',
    ),
  );
  const { cels, broken, error } = await read([path]);
  expect(error).toBeNull();
  expect(cels.map(({ id }) => id)).toEqual([1, 9]);
  expect(broken).toEqual(
    [
      [3, 'has 5 fields, the header has 6'],
      [4, 'has the event time "2026-13-01 00:00:00", which is not a time between 1970 and 2254'],
      [6, 'has the event type "99", which Asterisk does not have'],
      [7, 'has no uniqueid'],
      [8, 'has the id "six", which is not a number'],
      [9, 'has no event type'],
      [10, 'has a quote in the wrong place'],
    ].map(([row, reason]) => ({ input: path, row, reason })),
  );
});

test('a file cut inside a quoted field gives its complete rows', async () => {
  const { cels, broken, error } = await read([file('cut.csv', rows(HEADER, START, HANGUP).slice(0, -6))]);
  expect([cels.length, error]).toEqual([1, null]);
  expect(broken).toMatchObject([{ row: 3, reason: 'the input ends inside a quoted field' }]);
});

test('doubled backslashes of an extra are halved', async () => {
  const extra = '{"extra":"{\\\\"a\\\\":1}"}'.replaceAll('"', '""');
  const { cels } = await read([file('odbc.csv', rows(`${NEEDED},extra`, `MY_EVENT,1795446470,SIP/a-1,1.1,1.1,"${extra}"`))]);
  expect(cels[0]?.extra).toBe('{"extra":"{\\"a\\":1}"}');
});

test('a damaged gzip is refused after the rows that could be read', async () => {
  const many = rows(HEADER, ...Array.from({ length: 30_000 }, (_, index) => START.replace('1005', String((index * 7919) % 99_991))));
  const whole = gzipSync(many);
  const cut = await read([file('cut.csv.gz', whole.subarray(0, -2000))]);
  expect(cut.error).toMatchObject({
    code: 'CEL_FILE_INVALID',
    message: expect.stringMatching(/cut\.csv\.gz is a gzip file that is cut off; copy or export it again\.$/) as string,
  });
  expect(cut.cels.length).toBeGreaterThan(10_000);
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 200, 220);
  const { error } = await read([file('damaged.csv.gz', damaged)]);
  expect(error).toMatchObject({ code: 'CEL_FILE_INVALID', message: expect.stringContaining('is a damaged gzip file') as string });
});

test.each([
  ['empty.csv', '', 'is empty; export the CELs again.'],
  ['nothing.csv.gz', gzipSync(''), 'holds nothing once it is unzipped; export the CELs again.'],
  ['lines.csv', '\n\n', 'holds only blank lines; export the CELs again.'],
  ['binary.csv', Buffer.from([1, 2, 0, 3]), 'is a binary file, not CSV; export the CELs as CSV with a header line.'],
  ['json.csv', '[{"id": 1}]', 'is JSON, not CSV; export the CELs as CSV with a header line.'],
  ['page.csv', '<html>', 'is HTML or XML, not CSV; export the CELs as CSV with a header line.'],
  ['zipped.gz', gzipSync('{"id": 1}'), 'is JSON, not CSV; export the CELs as CSV with a header line.'],
])('%s is refused in one sentence that says what to do', async (name, content, message) => {
  const path = file(name, content);
  const { error } = await read([path]);
  expect([error?.code, error?.message]).toEqual(['CEL_FILE_INVALID', `${path} ${message}`]);
});

test('a file that is not there is refused before the first row of the others is read', async () => {
  const here = file('here.csv', rows(HEADER, START));
  const missing = join(folder, 'missing.csv');
  const { cels, error } = await read([here, missing]);
  expect([cels.length, error?.code, error?.message]).toEqual([0, 'CEL_FILE_NOT_FOUND', `${missing} does not exist; check the path.`]);
});

test('a folder, a path through a file and a link to itself are told apart', async () => {
  const loop = join(folder, 'loop.csv');
  symlinkSync(loop, loop);
  const inFile = join(file('plain.csv', 'id'), 'x.csv');
  expect((await read([folder])).error).toMatchObject({
    code: 'CEL_FILE_INVALID',
    message: `${folder} is a folder; name the CSV files in it.`,
  });
  expect((await read([inFile])).error).toMatchObject({ code: 'CEL_FILE_NOT_FOUND' });
  expect((await read([loop])).error).toMatchObject({
    code: 'CEL_FILE_INVALID',
    message: `${loop} cannot be read (ELOOP); check the path and the disk.`,
  });
});

test('standard input is called by its name, and is named once', async () => {
  expect((await read(['-'])).error?.message).toBe('Standard input is empty; export the CELs again.');
  expect((await read(['-', '-'])).error?.code).toBe('ARGUMENT_INVALID');
});
