import { run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const TENANT = 'ca115717-0000-4000-8000-000000000001';
const OTHER = '7e7e0001-0000-4000-8000-000000000002';

test('a tenant’s own days are set one by one, and listed', async () => {
  const { open: openCallstitch } = await threeCalls();
  await run(['retention', 'set', OTHER, '--call-log-days', '730', '--recording-days', '90'], { openCallstitch });
  const { code, out } = await run(['retention', 'set', OTHER, '--recording-days', 'default', '--export-days', '1'], { openCallstitch });
  expect([code, out.text]).toEqual([0, expect.stringMatching(/^TENANT .*\n7e7e0001\S+ +730 days +default +1 day\n$/) as string]);
  const { out: json } = await run(['retention', 'list', '--json'], { openCallstitch });
  expect(JSON.parse(json.text)).toEqual([{ tenantUuid: OTHER, callLogDays: 730, recordingDays: null, exportDays: 1 }]);
});

test('nothing is listed where nobody has set anything', async () => {
  const { open: openCallstitch } = await threeCalls();
  expect((await run(['retention', 'list'], { openCallstitch })).out.text).toBe('No tenant has a number of days of its own.\n');
});

test('they count instead of the days given to a purge, be they more or fewer', async () => {
  const callstitch = await threeCalls();
  const { open: openCallstitch } = callstitch;
  await run(['retention', 'set', TENANT, '--call-log-days', '30'], { openCallstitch });
  await run(['purge', '--older-than-days', '0', '--force', '--yes'], { openCallstitch });
  expect(await callstitch.book.all()).toHaveLength(3);
  await run(['retention', 'set', TENANT, '--call-log-days', '0', '--force'], { openCallstitch });
  await run(['purge', '--older-than-days', '365', '--yes'], { openCallstitch });
  expect(await callstitch.book.all()).toEqual([]);
});

test('they count where there is no other limit, for their tenant only', async () => {
  const callstitch = await threeCalls();
  const { open: openCallstitch } = callstitch;
  await run(['retention', 'set', OTHER, '--call-log-days', '0', '--force'], { openCallstitch });
  expect((await run(['purge', '--yes'], { openCallstitch })).out.text).toContain('There was nothing to purge.');
  await run(['retention', 'set', TENANT, '--call-log-days', '0', '--force'], { openCallstitch });
  await run(['purge', '--yes'], { openCallstitch });
  expect(await callstitch.book.all()).toEqual([]);
});

test.each([
  [['retention', 'set', 'acme', '--call-log-days', '3'], /uuid/],
  [['retention', 'set', TENANT, '--call-log-days', 'many'], /whole number of days, or "default"/],
  [['retention', 'set', TENANT], /^Name --call-log-days/],
  [['retention', 'set', TENANT, '--call-log-days', '0'], /add --force/],
])('%j is refused before a database is opened', async (args, sentence) => {
  const { code, err } = await run(args);
  expect([code, err.text]).toEqual([2, expect.stringMatching(sentence) as string]);
});

test('recordings may not be kept for longer than their calls', async () => {
  const { open: openCallstitch } = await threeCalls();
  await run(['retention', 'set', TENANT, '--call-log-days', '30'], { openCallstitch });
  const { code, err } = await run(['retention', 'set', TENANT, '--recording-days', '31'], { openCallstitch });
  expect([code, err.text]).toEqual([2, expect.stringMatching(/^Recordings go with their calls/) as string]);
});
