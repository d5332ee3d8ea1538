import { aCel } from '@callstitch/application/testing';
import type { Linkedid, Uniqueid } from '@callstitch/domain';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const QUEUE_CALL = '1795446741.309';

async function generate(callstitch: MemoryCallstitch, ...args: string[]) {
  return run(['generate', ...args], { openCallstitch: callstitch.open });
}

test('what came of a generation is one line', async () => {
  const callstitch = await threeCalls({ generated: false });
  const { code, out, err } = await generate(callstitch);
  expect([code, out.text, err.text]).toEqual([0, '3 call logs created from the calls of 62 rows in 0.0 s\n', '']);
  expect((await generate(callstitch)).out.text).toBe('Nothing to do: every row was read before.\n');
  expect(callstitch.stillOpen).toBe(0);
});

test('the counts are there as JSON', async () => {
  const { out } = await generate(await threeCalls({ generated: false }), '--json');
  expect(JSON.parse(out.text)).toEqual({
    rowsRead: 62,
    created: 3,
    updated: 0,
    unchanged: 0,
    open: 0,
    refused: 0,
    unusable: 0,
    batches: 1,
  });
});

test('only the newest rows are read when their number is given, and 0 is all of them', async () => {
  const callstitch = await threeCalls({ generated: false });
  expect((await generate(callstitch, '-c', '1')).out.text).toMatch(/^1 call log created/);
  expect((await generate(callstitch, '-c', '0')).out.text).toMatch(/^2 call logs created/);
});

test('the days are days of 24 hours before now', async () => {
  const callstitch = await threeCalls({ generated: false });
  const in2027 = () => (Date.UTC(2027, 0, 1) * 1000) as ReturnType<Parameters<typeof callstitch.open>[0]['now']>;
  const late = await run(['generate', '-d', '38'], { openCallstitch: callstitch.open, clock: in2027 });
  expect(late.out.text).toBe('Nothing to do: every row was read before.\n');
  const { out } = await run(['generate', '-d', '39'], { openCallstitch: callstitch.open, clock: in2027 });
  expect(out.text).toMatch(/^3 call logs created/);
});

test('calls are told again by their linkedids, several at once', async () => {
  const callstitch = await threeCalls();
  const { out } = await generate(callstitch, '--linkedid', QUEUE_CALL, '1795446479.6', '--trunk', 'PJSIP/1003', '--internal', '_9XXX');
  expect(out.text).toMatch(/^0 call logs created, 1 updated, 1 unchanged from the calls of 47 rows/);
});

test.each([
  [['nope'], 'the linkedid nope'],
  [['nope', '1.1'], 'any of the linkedids nope, 1.1'],
])('linkedids %j that no CEL has are said', async (linkedids, which) => {
  for (const more of [[], ['--dry-run'], ['--json'], ['--dry-run', '--json']]) {
    const { code, out, err } = await generate(await threeCalls(), '--linkedid', ...linkedids, ...more);
    expect([code, out.text, err.text]).toEqual([4, '', `No CEL has ${which}; callstitch show says which a call log has.\n`]);
  }
});

test('how calls are told reaches the dialect', async () => {
  const callstitch = await threeCalls({ generated: false });
  await generate(callstitch, '--trunk', 'a', '--trunk', 'b', '--internal', '_1XXX', '--silence', '30', '--dry-run');
  expect(callstitch.settings.at(-1)).toMatchObject({
    trunks: ['a', 'b'],
    internal: ['_1XXX'],
    silentAfterMinutes: 30,
    dialect: 'auto',
  });
});

test('a dry run shows each call log that would be created in a line, and writes nothing', async () => {
  const callstitch = await threeCalls({ generated: false });
  const { code, out } = await generate(callstitch, '--dry-run');
  expect(code).toBe(0);
  expect(out.lines.slice(1)).toEqual([
    '+ call log of conversation 1795446504.40: 2026-11-23 15:08:24 Émilie Côté 1005 → 1010, answered Smith, Jack 1010 0:01',
    '+ call log of conversation 1795446741.309: 2026-11-23 15:12:21 CUSTOMER 4385555010 → 5145550140, answered Bob Tremblay 1002 0:03',
    '3 call logs would be created from the calls of 62 rows in 0.0 s; nothing was written',
  ]);
  expect([await callstitch.book.all(), callstitch.runs.runs.map(({ options }) => options['command'])]).toEqual([[], ['import']]);
});

test('a dry run shows what would change field by field, the old and the new', async () => {
  const callstitch = await threeCalls();
  const before = await callstitch.book.all();
  const args = ['--dry-run', '--linkedid', QUEUE_CALL, '--trunk', 'PJSIP/1003', '--internal', '_9XXX'];
  const { out } = await generate(callstitch, ...args);
  expect(out.lines).toContain('~ call log 3 of conversation 1795446741.309');
  expect(out.lines).toContain('    direction: inbound → internal');
  expect(out.lines).toContain('    requested.internalNumber: 4010 → -');
  const json = JSON.parse((await generate(callstitch, ...args, '--json')).out.text) as { changes: { fields: object[] }[]; updated: number };
  expect(json).toMatchObject({ updated: 1, changes: [{ kind: 'updated', callLogId: 3, conversationId: QUEUE_CALL }] });
  expect(json.changes[0]?.fields).toContainEqual({ field: 'direction', old: 'inbound', new: 'internal' });
  expect(await callstitch.book.all()).toEqual(before);
});

test('a dry run without anything to do is still JSON', async () => {
  const { out } = await generate(await threeCalls(), '--dry-run', '--json');
  expect(JSON.parse(out.text)).toMatchObject({ changes: [], created: 0 });
});

test('a dry run shows which call log would go, because it is part of another', async () => {
  const callstitch = await threeCalls();
  const joint = aCel({
    id: 99,
    eventTime: TUESDAY,
    eventType: 'CHAN_END',
    uniqueid: '1795446479.6' as Uniqueid,
    linkedid: '1795446504.40' as Linkedid,
  });
  await callstitch.store.put([joint]);
  const { out } = await generate(callstitch, '--dry-run');
  expect(out.text).toMatch(
    /^~ call log 1 of conversation 1795446479\.6\n( {4}.*\n)*- call log 2 of conversation 1795446504\.40, which is part of the one above\n/,
  );
});

test('a call that cannot be told is said with its reason, and the exit code says so', async () => {
  const callstitch = await threeCalls();
  const cels = ['HANGUP', 'LINKEDID_END'].map((eventType, index) =>
    aCel({ id: 100 + index, eventType, channelName: 'CBRec/5010-1', uniqueid: 'x.1' as Uniqueid, linkedid: 'x.1' as Linkedid }),
  );
  await callstitch.store.put(cels);
  const { code, out, err } = await generate(callstitch);
  expect([code, out.text]).toEqual([1, '0 call logs created from the calls of 2 rows in 0.0 s; 1 conversation could not be told\n']);
  expect(err.text).toBe('conversation x.1: has no channel of a phone or line\n');
});

test('rows are counted on a terminal while a long generation goes on', async () => {
  let now = 0;
  const callstitch = await threeCalls({ generated: false });
  const { err } = await run(['generate'], { openCallstitch: callstitch.open, columns: 100, now: () => (now += 600) });
  expect(err.text).toBe('\r62 rows read…\r\u001B[K');
});

test.each([
  [
    ['-d', '0'],
    /^Option '-d, --days <days>' argument '0' is invalid\. Name at least 1 day of 24 hours, or take -c 0 for all unread rows; see/,
  ],
  [['-c', '-1'], /^Option '-c, --cel-count <rows>' argument '-1' is invalid\. It must be a whole number of at least 0; see/],
  [
    ['-c', '5', '-d', '1'],
    /^Option '-c, --cel-count <rows>' cannot be used with option '-d, --days <days>'; see callstitch generate --help\.\n$/,
  ],
  [['-d', '1', '--linkedid', '1.1'], /^Option '.*' cannot be used with option '.*'; see callstitch generate --help\.\n$/],
  [['-c', '1', '--linkedid', '1.1'], /^Option '.*' cannot be used with option '.*'; see callstitch generate --help\.\n$/],
  [['7'], /^Too many arguments.*; see callstitch generate --help\.\n$/],
])('wrong arguments %j are said in one sentence, and no database is opened', async (args, sentence) => {
  const { code, out, err } = await run(['generate', ...args]);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text).toMatch(sentence);
});
