import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from './testing/run.js';
import { textWidth } from './text-width.js';

const CALLS = join(import.meta.dirname, 'test-data/three-calls.csv');

test('the calls are a table of 160 columns at most where nobody looks', async () => {
  const { code, out, err } = await run(['correlate', CALLS]);
  expect(code).toBe(0);
  expect(out.lines).toHaveLength(4);
  expect(out.lines[0]).toMatch(/^TIME \(UTC\) +DIR +FROM +DIALLED +REACHED +STATUS +TALK +ON THE WAY$/);
  expect(out.lines[1]).toMatch(/^2026-11-23 15:07:59 {2}↔ int {2}Alice Martin 1001 +1002 +busy$/);
  expect(out.lines[2]).toMatch(/^2026-11-23 15:08:24 {2}↔ int {2}Émilie Côté 1005 +1010 +Smith, Jack 1010 +answered +0:01$/);
  expect(out.lines[3]).toMatch(
    /← in +CUSTOMER 4385555010 +5145550140 +Bob Tremblay 1002 +answered +0:03 {2}queue 4010 › 1003 · blind transfer to 1002 by 1003$/,
  );
  for (const line of out.lines) expect(textWidth(line)).toBeLessThanOrEqual(160);
  expect(err.text).toBe('3 calls (2 answered, 1 busy) from 62 rows in 0.0 s\n');
});

test('on a terminal no line is wider than the terminal', async () => {
  for (const columns of [60, 72, 80, 100, 132, 200]) {
    const { out } = await run(['correlate', CALLS], { columns });
    for (const line of out.lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    expect(out.text).toContain('answered');
  }
});

test('on a narrow terminal what happened on the way has a line of its own', async () => {
  const { out } = await run(['correlate', CALLS], { columns: 90 });
  expect(out.lines).toHaveLength(5);
  expect(out.lines.at(-1)).toMatch(/^ {2}queue .*by 1003$/);
});

test('colours are there where they are wanted, and only there', async () => {
  const coloured = await run(['correlate', CALLS], { columns: 160, colours: true });
  expect(coloured.out.text).toContain('\u001B[32manswered');
  const plain = await run(['correlate', CALLS], { columns: 160 });
  expect(plain.out.text).not.toContain('\u001B');
  expect(coloured.out.text.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain.out.text);
});

test('times are shown in the zone that is given', async () => {
  const { out } = await run(['correlate', '--timezone', 'America/Toronto', CALLS]);
  expect(out.lines[1]).toMatch(/^2026-11-23 10:07:59/);
});

test('a name with control characters does not reach the screen raw', async () => {
  const header = 'eventtype,eventtime,channame,uniqueid,linkedid,cid_name,cid_num,exten,context';
  const events = ['CHAN_START', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];
  const text = [header, ...events.map((event) => `${event},1795446470,PJSIP/1001-1,1.1,1.1,Ev\u001B[2Jil\u009B,1001,1002,office`)].join(
    '\n',
  );
  for (const args of [['-'], ['--explain', '1.1', '-'], ['--json', '-']]) {
    const { out } = await run(['correlate', ...args], { stdin: Readable.from([text]) });
    expect(out.text).toContain('Ev');
    expect(out.text).not.toMatch(/[\u001B\u009B]/);
  }
});

test('an explanation shows the rows, and where each field comes from', async () => {
  const { code, out } = await run(['correlate', '--explain', '1795446504.41', CALLS]);
  expect(code).toBe(0);
  expect(out.text).toContain('Conversation 1795446504.40');
  expect(out.text).toMatch(/^CEL +TIME \(UTC\) +AFTER +EVENT +CHANNEL +MEANING$/m);
  expect(out.text).toMatch(
    /^1 +15:08:24\.\d{6} {2}\+0\.000 {2}CHAN_START +PJSIP\/1005-\w+ +channel begins for Émilie Côté 1005 at 1010@acme-internal$/m,
  );
  expect(out.text).toMatch(/^direction +\S+ +[\d, ]+ internal$/m);
});

test('an explanation as JSON is one object', async () => {
  const { out } = await run(['correlate', '--json', '--explain', '1795446504.40', CALLS]);
  const told = JSON.parse(out.text) as {
    conversationId: string;
    cels: object[];
    callLog: { direction: string };
    evidence: { field: string; cels: number[] }[];
  };
  expect(told).toMatchObject({ conversationId: '1795446504.40', refused: null, callLog: { direction: 'internal' } });
  expect(told.cels[0]).toMatchObject({
    id: 1,
    eventTime: expect.stringMatching(/^2026-11-23T15:08:24\.\d{6}Z$/) as string,
    eventType: 'CHAN_START',
  });
  expect(told.evidence.find(({ field }) => field === 'source')?.cels).toContain(1);
});

test('an unknown conversation is said in one sentence', async () => {
  const { code, out, err } = await run(['correlate', '--explain', '9.9', CALLS]);
  expect([code, out.text, err.text]).toEqual([
    4,
    '',
    'No conversation has the id, linkedid or uniqueid 9.9; --json lists the ids that there are.\n',
  ]);
});

test('rows are counted on a terminal while a long reading goes on, and the line is taken away', async () => {
  let clock = 0;
  const { err } = await run(['correlate', CALLS], { columns: 100, now: () => (clock += 600) });
  expect(err.text).toMatch(/^\r62 rows read…\r\u001B\[K3 calls/);
  clock = 0;
  expect((await run(['correlate', CALLS], { now: () => (clock += 600) })).err.text).not.toContain('read…');
});

test.each([
  [[], /^Usage: callstitch/],
  [['corelate'], /^Unknown command 'corelate' \(Did you mean correlate\?\); see callstitch --help\.\n$/],
  [['correlate'], /^Missing required argument 'file'; name a CSV file, or - for standard input; see callstitch correlate --help\.\n$/],
  [['correlate', '--jsn', CALLS], /^Unknown option '--jsn' \(Did you mean --json\?\); see callstitch correlate --help\.\n$/],
  [['correlate', '--trunk'], /^Option '--trunk <name>' argument missing; see callstitch correlate --help\.\n$/],
  [['correlate', '--dialect', 'wazoo', CALLS], /^There is no dialect "wazoo"; use auto, asterisk, wazo\.\n$/],
  [['correlate', '--timezone', 'Mars', CALLS], /^"Mars" is not a time zone; use an IANA name such as Europe\/Paris\.\n$/],
  [['correlate', '--internal', '_1[', CALLS], /^_1\[ is not a dialplan pattern.*; write it like _1XXX, or a plain number\.\n$/],
  [['correlate', '-', '-'], /^Standard input \(-\) can be read only once; name it once among the files\.\n$/],
])('wrong arguments %j are said in one sentence', async (args, sentence) => {
  const { code, out, err } = await run(args);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text).toMatch(sentence);
});

test('a defect of ours asks for a report, and shows its place only to who wants it', async () => {
  const failing = () => Readable.from((function* () { throw new Error('the moon is in the way'); })()); // prettier-ignore
  const { code, err } = await run(['correlate', '-'], { stdin: failing() });
  expect([code, err.text]).toEqual([
    70,
    'This should not have happened: the moon is in the way. Please report it with the command you gave; CALLSTITCH_DEBUG=1 shows where it happened.\n',
  ]);
  expect((await run(['correlate', '-'], { stdin: failing(), showsStacks: true })).err.text).toMatch(/the moon is in the way\n +at /);
});
