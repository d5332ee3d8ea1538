import { aCel } from '@callstitch/application/testing';
import type { Linkedid, Uniqueid } from '@callstitch/domain';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';
import { runWazoCommand } from './run-wazo-command.js';

const wazo = (callstitch: MemoryCallstitch | null, ...args: string[]) =>
  run(args, { program: runWazoCommand, ...(callstitch === null ? {} : { openCallstitch: callstitch.open }) });

const asked = ({ runs }: MemoryCallstitch) => runs.runs[0]?.options;

test.each([
  [[], { newest: 20_000 }],
  [['generate'], { newest: 20_000 }],
  [['-c', '5'], { newest: 5 }],
  [['generate', '--cel-count=5'], { newest: 5 }],
  [['generate', '-c', '0'], { newest: 'all' }],
  [['generate', '-d', '3'], { since: '2026-11-21T00:00:00.000000Z' }],
  [['generate', '-d', '0'], { newest: 20_000 }],
  [['generate', '-A'], { newest: 20_000 }],
  [['--all'], { newest: 20_000 }],
])('the arguments %j generate %j, and nothing is said', async (args, seeds) => {
  const callstitch = await threeCalls({ generated: false });
  const { code, out, err } = await wazo(callstitch, ...args);
  expect([code, out.text, err.text]).toEqual([0, '', '']);
  expect(asked(callstitch)).toMatchObject({ command: 'generate', ...seeds });
});

test.each([
  [['delete', '-A'], 'the beginning'],
  [['delete', '-d', '1'], '2026-11-23T00:00:00.000000Z'],
])('%j deletes without asking', async (args, since) => {
  const callstitch = await threeCalls();
  const { code, out, err } = await wazo(callstitch, ...args);
  expect([code, out.text, err.text, await callstitch.book.all()]).toEqual([0, '', '', []]);
  expect(asked(callstitch)).toMatchObject({ command: 'delete', since });
});

test.each([[['delete']], [['delete', '-c', '5']], [['delete', '-d', '0']]])('%j does nothing, and opens no database', async (args) => {
  const { code, out, err } = await wazo(null, ...args);
  expect([code, out.text, err.text]).toEqual([0, '', '']);
});

test.each([
  [['-A', '-c', '5'], /cannot be used with option/],
  [['-A', '-d', '5'], /cannot be used with option/],
  [['-c', '5', '-d', '5'], /cannot be used with option/],
  [['purge'], /^"purge" is no action; use generate or delete, see wazo-call-logs --help\.\n$/],
  [['generate', 'delete'], /^Too many arguments.*; see wazo-call-logs --help\.\n$/],
  [['-x'], /^Unknown option '-x'; see wazo-call-logs --help\.\n$/],
  [['-c', 'x'], /argument 'x' is invalid/],
])('%j is wrong usage', async (args, sentence) => {
  const { code, out, err } = await wazo(null, ...args);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text).toMatch(sentence);
});

test('calls that could not be told are said, and are no failure', async () => {
  const callstitch = await threeCalls();
  const names = { uniqueid: 'x' as Uniqueid, linkedid: 'x' as Linkedid };
  await callstitch.store.put([aCel({ id: 90, eventTime: TUESDAY, eventType: 'LINKEDID_END', channelName: 'CBRec/5010-1', ...names })]);
  const { code, err } = await wazo(callstitch);
  expect([code, err.text]).toEqual([0, 'conversation x: has no channel of a phone or line\n']);
});

test('with -D what was done is said', async () => {
  const callstitch = await threeCalls({ generated: false });
  expect((await wazo(callstitch, '-D')).err.text).toMatch(/^3 call logs created/);
  expect((await wazo(callstitch, 'delete', '-A', '-D')).err.text).toBe('3 call logs deleted\n');
});

test('a deletion that could not be undone is refused, and how to force it is said', async () => {
  const callstitch = await threeCalls();
  await callstitch.store.purge(({ linkedid }) => linkedid === '1795446479.6');
  const { code, err } = await wazo(callstitch, 'delete', '-A');
  expect([code, (await callstitch.book.all()).length]).toEqual([6, 3]);
  expect(err.text).toMatch(/^Nothing was deleted: .*, or force it with callstitch delete -A --force\.\n$/);
});

test('help says what may surprise', async () => {
  const { code, out } = await wazo(null, '--help');
  expect(code).toBe(0);
  expect(out.text).toContain('deletes the call logs of the LAST thirty days');
});
