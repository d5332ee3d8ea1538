import { aCel } from '@callstitch/application/testing';
import type { Linkedid, Uniqueid } from '@callstitch/domain';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

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
    expect.stringMatching(/^3 \| 2026-\S+ \S+ \| 1\.0 s \| generate, newest 20000 \| rows read 3, open 1, refused 2$/),
    expect.stringMatching(/^2 \| .* \| generate, newest 20000 \| rows read 62, created 3$/),
    expect.stringMatching(/^1 \| .* \| import, files three-calls\.csv \| rows read 62, added 62$/),
  ]);
});

test('a run that failed shows its sentence, and one without an end says that', async () => {
  const callstitch = await threeCalls();
  await run(['import', 'cel', 'missing.csv'], { openCallstitch: callstitch.open });
  await callstitch.runs.begin('command', { command: 'generate', newest: 'all' });
  const { out } = await status(callstitch);
  expect(out.text).toMatch(/^3 .* import, files missing\.csv +failed: missing\.csv does not exist; check the path\.$/m);
  expect(out.text).toMatch(/^4 .* {2}- +generate, newest all +runs, or was killed$/m);
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
