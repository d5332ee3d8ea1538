import type { RunOptions } from '../testing/run.js';
import { run } from '../testing/run.js';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { threeCalls } from '../testing/three-calls.js';

function deleting(callstitch: MemoryCallstitch, args: readonly string[], options: RunOptions = {}) {
  return run(['delete', ...args], { openCallstitch: callstitch.open, ...options });
}

/** A person who gives one answer and notes the question. */
function person(answer: string) {
  const heard: string[] = [];
  const ask = (question: string) => {
    heard.push(question);
    return Promise.resolve(answer);
  };
  return { heard, ask };
}

const standing = async (callstitch: MemoryCallstitch): Promise<number> => (await callstitch.book.all()).length;

test('the call logs of the last days are deleted, and come again under the same ids', async () => {
  const callstitch = await threeCalls();
  const before = await callstitch.book.all();
  const { code, out } = await deleting(callstitch, ['-d', '1', '--yes']);
  expect([code, out.text]).toEqual([0, '3 call logs deleted; callstitch generate makes them again under the same ids.\n']);
  await run(['generate'], { openCallstitch: callstitch.open });
  const ids = (calls: typeof before) => calls.map(({ id, conversationId }) => [id, conversationId]);
  expect(ids(await callstitch.book.all())).toEqual(ids(before));
});

test('older call logs stay: it is the last days that go', async () => {
  const callstitch = await threeCalls();
  // The last of the three calls began at 15:12:21, the one before at 15:08:24.
  const { out } = await deleting(callstitch, ['-d', '1', '--yes'], {
    clock: () => (Date.UTC(2026, 10, 24, 15, 10) * 1000) as ReturnType<NonNullable<RunOptions['clock']>>,
  });
  expect(out.text).toMatch(/^1 call log deleted/);
  expect(await standing(callstitch)).toBe(2);
});

test('a person is asked, and told how many', async () => {
  const callstitch = await threeCalls();
  const { ask, heard } = person('y');
  expect((await deleting(callstitch, ['-d', '1'], { ask })).code).toBe(0);
  expect([heard, await standing(callstitch)]).toEqual([['Delete 3 call logs (of the last 1 day)? [y/N] '], 0]);
});

test.each(['', 'n', 'no', 'yess', 'j'])('the answer "%s" is no yes, and nothing is deleted', async (answer) => {
  const callstitch = await threeCalls();
  const { code, out, err } = await deleting(callstitch, ['-A'], { ask: person(answer).ask });
  expect([code, out.text, err.text, await standing(callstitch)]).toEqual([6, '', 'Nothing was deleted.\n', 3]);
});

test('where nobody can be asked, --yes is needed, and no database is opened', async () => {
  const { code, out, err } = await run(['delete', '-A']);
  expect([code, out.text]).toEqual([6, '']);
  expect(err.text).toBe('Nothing was deleted: nobody can be asked here, so add --yes if you mean it.\n');
});

test('nothing is deleted without -d or -A, and that is said', async () => {
  const { code, out, err } = await run(['delete', '--yes']);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text).toBe(
    'Nothing was deleted: say -d DAYS for the call logs of the last days, or -A for all; see callstitch delete --help.\n',
  );
});

test('a deletion is refused when CELs are gone, before anybody is asked, unless it is forced', async () => {
  const callstitch = await threeCalls();
  await callstitch.store.purge(({ linkedid }) => linkedid === '1795446479.6');
  const asked = person('y');
  const { code, out, err } = await deleting(callstitch, ['-A'], { ask: asked.ask });
  expect([code, out.text, asked.heard, await standing(callstitch)]).toEqual([6, '', [], 3]);
  expect(err.text).toMatch(/^Nothing was deleted: the CELs of 1 of 3 call logs are gone, .*\n$/);
  const forced = await deleting(callstitch, ['-A', '--force'], { ask: asked.ask });
  expect([forced.code, asked.heard[0]]).toEqual([0, 'Delete 3 call logs (all)? 1 call log of them can never be generated again. [y/N] ']);
  expect(await standing(callstitch)).toBe(0);
});

test('the counts are there as JSON, and nothing to delete is no failure', async () => {
  const callstitch = await threeCalls();
  expect((await deleting(callstitch, ['-A', '--yes', '--json'])).out.text).toBe('{"callLogs":3,"beyondRecovery":0,"spared":0}\n');
  const { code, out } = await deleting(callstitch, ['-A'], { ask: person('n').ask });
  expect([code, out.text]).toEqual([0, 'There was nothing to delete.\n']);
});

test('help says that it is the last days that are deleted', async () => {
  const { out } = await run(['delete', '--help']);
  expect(out.text).toContain('those that started within the LAST so many days');
  expect(out.text).toContain('"forget and generate again", not a purge');
});

test.each([
  [['-d', '0'], /argument '0' is invalid\. Name at least 1 day/],
  [['-d', '1', '-A'], /cannot be used with option/],
])('wrong arguments %j are said in one sentence', async (args, sentence) => {
  const { code, err } = await run(['delete', ...args]);
  expect(code).toBe(2);
  expect(err.text).toMatch(sentence);
});
