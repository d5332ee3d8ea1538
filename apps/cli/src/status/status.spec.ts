import { aCel } from '@callstitch/application/testing';
import type { Linkedid, Uniqueid } from '@callstitch/domain';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { THREE_CALLS, threeCalls } from '../testing/three-calls.js';

const status = (callstitch: MemoryCallstitch, ...args: string[]) => run(['status', ...args], { openCallstitch: callstitch.open });

/** One call that is open, two that cannot be told. */
async function withLeftovers(): Promise<MemoryCallstitch> {
  const callstitch = await threeCalls();
  const row = (id: number, name: string, channelName: string, eventType: string) =>
    aCel({ id, eventTime: TUESDAY, eventType, channelName, uniqueid: name as Uniqueid, linkedid: name as Linkedid });
  await callstitch.store.put([
    row(90, 'open', 'PJSIP/1001-1', 'CHAN_START'),
    row(91, 'dumb-1', 'CBRec/5010-1', 'LINKEDID_END'),
    row(92, 'dumb-2', 'CBRec/5010-2', 'LINKEDID_END'),
  ]);
  await run(['generate'], { openCallstitch: callstitch.open });
  await callstitch.store.put([row(95, 'later', 'PJSIP/1001-2', 'CHAN_START')]);
  return callstitch;
}

test('what is unread, open and refused is said, with the reasons and the last runs', async () => {
  const { code, out } = await status(await withLeftovers());
  expect(code).toBe(0);
  expect(out.lines.slice(0, 6)).toEqual([
    '3 call logs',
    '1 unread row; callstitch generate reads them',
    '1 conversation still open',
    '2 conversations could not be told',
    '  2 × has no channel of a phone or line',
    '',
  ]);
  expect(out.lines.slice(6).map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
    'RUN | STARTED (UTC) | TOOK | WHAT | RESULT',
    expect.stringMatching(
      /^3 \| 2026-\S+ \S+ \| 1\.0 s \| generate the newest 20,000 unread rows \| calls of 3 rows, 1 still open, 2 could not be told$/,
    ),
    expect.stringMatching(/^2 \| .* \| generate the newest 20,000 unread rows \| calls of 62 rows, 3 call logs created$/),
    expect.stringMatching(/^1 \| .* \| import three-calls\.csv \| 62 rows read, 62 added$/),
  ]);
});

test('a run that failed shows its sentence, and one without an end says that', async () => {
  const callstitch = await threeCalls();
  await run(['import', 'cel', 'missing.csv'], { openCallstitch: callstitch.open });
  await callstitch.runs.begin('command', { command: 'generate', newest: 'all' });
  const { out } = await status(callstitch);
  expect(out.text).toMatch(/^3 .* import missing\.csv +failed: missing\.csv does not exist; check the path\.$/m);
  expect(out.text).toMatch(/^4 .* {2}- +generate all unread rows +still running, or was killed$/m);
});

test('what a run was asked is said in words, with times of the zone', async () => {
  const callstitch = await threeCalls();
  const { openCallstitch, ...toronto } = { openCallstitch: callstitch.open, clock: () => TUESDAY };
  for (const args of [
    ['generate', '-d', '3'],
    ['generate', '--linkedid', '1795446741.309', '1795446479.6'],
    ['delete', '-d', '1', '--yes', '--force'],
    ['delete', '-A', '--yes'],
    ['import', 'cel', '--new-ids', THREE_CALLS, THREE_CALLS],
  ])
    await run(args, { openCallstitch, ...toronto });
  await callstitch.runs.begin('command', { command: 'polish', shoes: 2 });
  const { out } = await status(callstitch, '--timezone', 'America/Toronto');
  const runs = out.lines.map((line) => line.split(/ {2,}/).slice(3)).filter((cells) => cells.length > 0);
  expect(runs.slice(1, -2)).toEqual([
    ['polish, shoes 2', 'still running, or was killed'],
    ['import three-calls.csv and 1 more, with new ids', expect.stringMatching(/^124 rows read, /)],
    ['delete all call logs', 'nothing to do'],
    ['delete the call logs since 2026-11-22 19:00:00, forced', '3 call logs deleted'],
    ['generate the calls of 1795446741.309 and 1 more', 'calls of 47 rows, 2 unchanged'],
    ['generate the unread rows since 2026-11-20 19:00:00', 'nothing to do'],
  ]);
});

test('the status is there as JSON', async () => {
  const { out } = await status(await withLeftovers(), '--json');
  expect(JSON.parse(out.text)).toMatchObject({
    callLogs: 3,
    unreadRows: 1,
    open: 1,
    refused: [{ reason: 'has no channel of a phone or line', conversations: 2 }],
    lastRuns: [
      { id: 3, startedAt: expect.stringMatching(/Z$/) as string, options: { command: 'generate' }, result: { rowsRead: 3 } },
      {},
      {},
    ],
  });
});
