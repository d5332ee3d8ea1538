import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';
import { textWidth } from '../text-width.js';

let callstitch: MemoryCallstitch;
beforeAll(async () => (callstitch = await threeCalls()));

const show = (args: readonly string[], look: { columns?: number; colours?: boolean } = {}) =>
  run(['show', ...args], { openCallstitch: callstitch.open, ...look });

test('everything that is known of a call is shown, and nothing that is not', async () => {
  const { code, out } = await show(['3', '--timezone', 'America/Toronto']);
  expect(code).toBe(0);
  expect(out.lines[0]).toBe('Call log 3');
  expect(out.lines.filter((line) => /^ {2}[A-Z]/.test(line))).toEqual([
    '  Status        answered',
    '  Direction     inbound',
    '  From          CUSTOMER 4385555010 (in from-carrier, PJSIP/carrier-00000103)',
    '  Dialled       5145550140 (internally 4010, in from-carrier)',
    '  Reached       user Bob Tremblay 1002 (in acme-internal, PJSIP/1002-00000107, queue 4010)',
    '  Answered by   Carol Nguyen 1003',
    '  Started       2026-11-23 10:12:21 (America/Toronto)',
    '  Answered      2026-11-23 10:12:21, after 0:01',
    '  Ended         2026-11-23 10:12:24, Asterisk said so',
    '  Talked        0:03',
    '  Hung up       by the source, cause 16 normal',
    '  Transfer      blind, by 1003 to 1002 at 2026-11-23 10:12:22',
    '  Participant   CUSTOMER 4385555010 (source, answered)',
    '  Participant   Carol Nguyen 1003 (destination, answered, requested)',
    '  Participant   Émilie Côté 1005 (destination, requested)',
    '  Participant   David Roy 1004 (destination, requested)',
    '  Participant   Bob Tremblay 1002 (destination, answered)',
    '  Conversation  1795446741.309',
    '  Version       1',
  ]);
});

test('the journey is a line of time, each stretch where it lies in the call', async () => {
  const { out } = await show(['3']);
  const journey = out.lines.slice(out.lines.indexOf('Journey') + 2);
  expect(journey.map((line) => line.trim().replace(/ {2,}/g, ' | '))).toEqual([
    expect.stringMatching(/^─+ \| 15:12:21 \| queue \| 0:01 \| 4385555010 – queue 4010 \| answered$/),
    expect.stringMatching(/^┄+ \| 15:12:21 \| ring \| 0:01 \| 1003 – 1005 – 1004 \| answered$/),
    expect.stringMatching(/^━+ \| 15:12:21 \| talk \| 0:01 \| 4385555010 – 1003 \| blind transfer$/),
    expect.stringMatching(/^┄+ \| 15:12:22 \| ring \| 0:00 \| 1002 \| answered$/),
    expect.stringMatching(/^━+ \| 15:12:23 \| talk \| 0:01 \| 4385555010 – 1002 \| hangup$/),
  ]);
  const begins = journey.map((line) => line.search(/[─┄━]/));
  expect(begins).toEqual([...begins].sort((one, other) => one - other));
  expect(new Set(journey.map((line) => line.indexOf('15:12:'))).size).toBe(1);
});

test('on a terminal no line of the journey is wider than the terminal, however narrow', async () => {
  for (const columns of [40, 60, 80, 120]) {
    const { out } = await show(['3'], { columns });
    for (const line of out.lines.slice(out.lines.indexOf('Journey'))) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  }
});

test('a call that nobody answered says nothing about an answer', async () => {
  const { out } = await show(['1'], { colours: true });
  expect(out.text).toContain('  Status        \u001B[31mbusy\u001B[0m\n');
  expect(out.text).not.toMatch(/Answered|Talked|Transfer/);
});

test('the call log is there as JSON', async () => {
  const { out } = await show(['--json', '3']);
  expect(JSON.parse(out.text)).toMatchObject({ id: 3, version: 1, conversationId: '1795446741.309', journey: { length: 5 } });
});

test('an id that no call log has is said in one sentence', async () => {
  const { code, out, err } = await show(['812']);
  expect([code, out.text, err.text]).toEqual([4, '', 'There is no call log 812; callstitch list shows those that there are.\n']);
});

test.each(['abc', '-1', '1.5', '99999999999999999999'])('%s is no id', async (id) => {
  const { code, err } = await show(['--', id]);
  expect(code).toBe(2);
  expect(err.text).toBe(`"${id}" is not the id of a call log, a whole number as callstitch list shows it; see callstitch show --help.\n`);
});
