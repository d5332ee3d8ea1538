import { aCel } from '@callstitch/application/testing';
import type { Linkedid, Uniqueid } from '@callstitch/domain';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const explain = (callstitch: MemoryCallstitch, ...args: string[]) => run(['explain', ...args], { openCallstitch: callstitch.open });

test('an explanation shows the rows of the call, and where each field comes from', async () => {
  const { code, out, err } = await explain(await threeCalls(), '2');
  expect([code, err.text]).toEqual([0, '']);
  expect(out.lines[0]).toBe('Conversation 1795446504.40');
  expect(out.text).toMatch(
    /^1 +15:08:24\.\d{6} {2}\+0\.000 {2}CHAN_START +PJSIP\/1005-\w+ +channel begins for Émilie Côté 1005 at 1010@acme-internal$/m,
  );
  expect(out.text).toMatch(/^direction +\S+ +[\d, ]+ internal$/m);
});

test('an explanation as JSON is one object with the id of the call log', async () => {
  const { out } = await explain(await threeCalls(), '2', '--json');
  expect(JSON.parse(out.text)).toMatchObject({ conversationId: '1795446504.40', refused: null, callLog: { id: 2, version: 1 } });
});

test('a call log that would be told otherwise today says so', async () => {
  const callstitch = await threeCalls();
  const { out, err } = await explain(callstitch, '3', '--trunk', 'PJSIP/1003', '--internal', '_9XXX');
  expect(out.text).toMatch(/^direction .* internal$/m);
  expect(err.text).toMatch(
    /^Call log 3 says otherwise in direction, .*: since it was generated, its CELs, the rules or the options have changed\.\n$/,
  );
});

test('a call log that could not be told again says so', async () => {
  const callstitch = await threeCalls();
  await callstitch.store.purge(({ linkedid }) => linkedid === '1795446504.40');
  const names = { uniqueid: 'x' as Uniqueid, linkedid: '1795446504.40' as Linkedid };
  await callstitch.store.put([aCel({ id: 99, eventTime: TUESDAY, channelName: 'CBRec/5010-1', ...names })]);
  const { code, out, err } = await explain(callstitch, '2');
  expect(code).toBe(0);
  expect(out.text).toContain('It could not be told: has no channel of a phone or line.');
  expect(err.text).toMatch(/^Call log 2 could not be told again: /);
});

test('an unknown id ends with 4, gone CELs with 6, each with a sentence', async () => {
  const callstitch = await threeCalls();
  const unknown = await explain(callstitch, '812');
  expect([unknown.code, unknown.err.text]).toEqual([4, 'There is no call log 812; callstitch list shows those that there are.\n']);
  await callstitch.store.purge(({ linkedid }) => linkedid === '1795446504.40');
  const gone = await explain(callstitch, '2');
  expect([gone.code, gone.err.text]).toEqual([
    6,
    'Call log 2 cannot be explained: its CELs are gone from the table; callstitch show 2 shows what was told.\n',
  ]);
});
