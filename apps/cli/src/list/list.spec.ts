import { aCall } from '@callstitch/application/testing';
import { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

async function listing(callstitch: MemoryCallstitch, ...args: string[]) {
  return run(['list', ...args], { openCallstitch: callstitch.open });
}

/** As many calls as are wanted, a second apart. */
async function manyCalls(count: number): Promise<MemoryCallstitch> {
  const callstitch = new MemoryCallstitch();
  await callstitch.store.put(Array.from({ length: count }, (_, index) => aCall(`c${index}`, { firstId: 1 + 4 * index })).flat());
  await run(['generate', '-c', '0'], { openCallstitch: callstitch.open });
  return callstitch;
}

test('call logs are a table with their ids, newest first', async () => {
  const { code, out, err } = await listing(await threeCalls());
  expect(code).toBe(0);
  expect(out.lines).toHaveLength(4);
  expect(out.lines[0]).toMatch(/^ID {2}TIME \(UTC\) +DIR +FROM +DIALLED +REACHED +STATUS +TALK +ON THE WAY$/);
  expect(out.lines[1]).toMatch(/^ 3 {2}2026-11-23 15:12:21 {2}← in +CUSTOMER 4385555010 +5145550140 +Bob Tremblay 1002 +answered +0:03/);
  expect(out.lines.slice(2).map((line) => line.slice(0, 23))).toEqual([' 2  2026-11-23 15:08:24', ' 1  2026-11-23 15:07:59']);
  expect(err.text).toBe('3 call logs\n');
});

test('on a terminal no line is wider than the terminal', async () => {
  const callstitch = await threeCalls();
  for (const columns of [60, 80, 100, 132]) {
    const { out } = await run(['list'], { openCallstitch: callstitch.open, columns });
    for (const line of out.lines) expect(line.length).toBeLessThanOrEqual(columns);
    expect(out.text).toContain('answered');
  }
});

test('a hundred are shown unless another number is named, and that there are more is said', async () => {
  const callstitch = await manyCalls(120);
  const first = await listing(callstitch);
  expect([first.out.lines.length, first.err.text]).toEqual([101, '100 call logs; there are more, see --limit and --all\n']);
  const two = await listing(callstitch, '--limit', '2');
  expect([two.out.lines.length, two.err.text]).toEqual([3, '2 call logs; there are more, see --limit and --all\n']);
  expect((await listing(callstitch, '--limit', '120')).err.text).toBe('120 call logs\n');
});

test('all are shown page by page, each once, whatever the form', async () => {
  const callstitch = await manyCalls(1_203);
  const table = await listing(callstitch, '--all');
  expect([table.out.lines.length, table.err.text]).toEqual([1_204, '1,203 call logs\n']);
  expect(new Set(table.out.lines.map((line) => line.slice(0, 4))).size).toBe(1_204);
  const json = JSON.parse((await listing(callstitch, '--all', '--json')).out.text) as { id: number }[];
  expect(new Set(json.map(({ id }) => id)).size).toBe(1_203);
  expect((await listing(callstitch, '--all', '--csv')).out.lines).toHaveLength(1_204);
});

test('filters narrow the choice together', async () => {
  const callstitch = await threeCalls();
  const ids = async (...args: string[]): Promise<number[]> => {
    const { code, out } = await listing(callstitch, ...args, '--json');
    expect(code).toBe(0);
    return (JSON.parse(out.text) as { id: number }[]).map(({ id }) => id);
  };
  expect(await ids()).toEqual([3, 2, 1]);
  expect(await ids('--direction', 'inbound')).toEqual([3]);
  expect(await ids('--status', 'busy')).toEqual([1]);
  expect(await ids('--status', 'busy', '--status', 'answered')).toEqual([3, 2, 1]);
  expect(await ids('--number', '1002')).toEqual([3, 1]);
  expect(await ids('--number', '514*')).toEqual([3]);
  expect(await ids('--number', '*0140')).toEqual([3]);
  expect(await ids('--search', 'émilie')).toEqual([3, 2]);
  expect(await ids('--kind', 'user', '--min-talk', '2')).toEqual([3]);
  expect(await ids('--from', '2026-11-23T15:08', '--until', '2026-11-23T15:12')).toEqual([2]);
  expect(await ids('--from', '2026-11-23T10:12', '--timezone', 'America/Toronto')).toEqual([3]);
  expect(await ids('--tag', 'sales')).toEqual([]);
  expect(await ids('--user', '5e500000-0000-4000-8000-000000000001')).toEqual([]);
  expect(await ids('--tenant', 'acme')).toEqual([]);
});

test('nothing found is an empty answer, and why is said', async () => {
  const none = await listing(new MemoryCallstitch());
  expect([none.code, none.out.text, none.err.text]).toEqual([0, '', 'There are no call logs yet; callstitch generate makes them.\n']);
  const callstitch = await threeCalls();
  const filtered = await listing(callstitch, '--number', '7');
  expect([filtered.code, filtered.out.text, filtered.err.text]).toEqual([0, '', 'No call log matches.\n']);
  expect((await listing(callstitch, '--number', '7', '--json')).out.text).toBe('[]\n');
  expect((await listing(callstitch, '--number', '7', '--csv')).out.text).toMatch(/^id,conversationId,.*\n$/);
});

test.each([
  [['--from', 'yesterday'], '"yesterday" is not a time; write it like 2026-11-23 or 2026-11-23T14:30.\n'],
  [['--timezone', 'Mars'], '"Mars" is not a time zone; use an IANA name such as Europe/Paris.\n'],
  [
    ['--from', '2026-11-24', '--until', '2026-11-23'],
    '--from "2026-11-24" is not earlier than --until "2026-11-23"; the calls between the two are meant.\n',
  ],
  [
    ['--from', '2026-11-24', '--until', '2026-11-24T00:00'],
    '--from "2026-11-24" is not earlier than --until "2026-11-24T00:00"; the calls between the two are meant.\n',
  ],
  [['--search', ''], '--search is empty; write a part of a name or number.\n'],
  [['--search', ' '], '--search is empty; write a part of a name or number.\n'],
  [['--limit', '0'], "Option '--limit <number>' argument '0' is invalid. Name at least 1, or take --all; see callstitch list --help.\n"],
  [['--limit', '5', '--all'], "Option '--all' cannot be used with option '--limit <number>'; see callstitch list --help.\n"],
  [['--json', '--csv'], "Option '--json' cannot be used with option '--csv'; see callstitch list --help.\n"],
  [
    ['--status', 'lost'],
    "Option '--status <status>' argument 'lost' is invalid. Allowed choices are answered, missed, busy, failed, voicemail, blocked; see callstitch list --help.\n",
  ],
  [
    ['--direction', 'up'],
    "Option '--direction <direction>' argument 'up' is invalid. Allowed choices are internal, inbound, outbound; see callstitch list --help.\n",
  ],
])('wrong arguments %j are said in one sentence, and no database is opened', async (args, sentence) => {
  const { code, out, err } = await run(['list', ...args]);
  expect([code, out.text, err.text]).toEqual([2, '', sentence]);
});

test.each(['*', '', ' ', '4*8', '*4*', '**'])('the number "%s" can match nothing, and what to write is said', async (number) => {
  const { code, out, err } = await run(['list', '--number', number]);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text).toBe(
    `"${number}" is not a number to look for; name it whole, or with * at one end such as 438*, or take --search for any part.\n`,
  );
});
