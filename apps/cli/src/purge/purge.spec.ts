import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { momentOf } from '@callstitch/application/testing';
import type { Instant } from '@callstitch/domain';
import { readSettings } from '@callstitch/runtime/settings';
import { siteWithPlugin } from '../testing/length-plugin.js';
import { run, TUESDAY } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const EXPORT = 'ec500000-0000-4000-8000-000000000001';

async function* only<Item>(item: Item): AsyncIterable<readonly Item[]> {
  yield await Promise.resolve([item]);
}

// The recorded calls are of the day before the clock of the specs.
const OLD = ['--older-than-days', '0', '--force'];

test('a purge only counts until it is told --yes', async () => {
  const callstitch = await threeCalls();
  const { code, out, err } = await run(['purge', ...OLD], { openCallstitch: callstitch.open });
  expect([code, (await callstitch.book.all()).length]).toEqual([0, 3]);
  expect(out.text).toMatch(
    /^tenant +call logs +recordings\nca115717-0000-4000-8000-000000000001 +3 +0\nmax-age \(as given\) expires 3 call logs\n$/,
  );
  expect(err.text).toBe('Nothing was deleted; add --yes to delete it.\n');
});

test('with --yes it is gone for good, and it is known why', async () => {
  const callstitch = await threeCalls();
  const [first] = await callstitch.book.all();
  const { code, out } = await run(['purge', ...OLD, '--yes'], { openCallstitch: callstitch.open });
  expect([code, (await callstitch.book.all()).length]).toEqual([0, 0]);
  expect(out.text).toContain('Recorded as purge 1.\n');
  await run(['generate', '-c', '0'], { openCallstitch: callstitch.open });
  expect((await callstitch.book.all()).length).toBe(0);
  const why = await run(['purge', '--why', String(first?.id)], { openCallstitch: callstitch.open });
  expect([why.code, why.out.text]).toEqual([0, expect.stringContaining('Filter: {"kind":"every"') as string]);
});

test('exports of recordings go with a limit of their own, and are counted', async () => {
  const callstitch = await threeCalls();
  const item = { callLogId: 1, recordingUuid: 'r', tenantUuid: 't', startedAt: momentOf(0) };
  const request = { uuid: EXPORT, tenantUuid: 't', userUuid: null, tokenId: null, requestedAt: momentOf(0), email: null };
  await callstitch.exportBook.create(request, only(item));
  const arguments_ = ['purge', '--exports-older-than-days', '0', '--force'];
  const preview = await run(arguments_, { openCallstitch: callstitch.open });
  expect([preview.out.text, await callstitch.exportBook.unfinished()]).toEqual(['1 export\n', [EXPORT]]);
  const { code, out } = await run([...arguments_, '--yes'], { openCallstitch: callstitch.open });
  expect([code, out.text, await callstitch.exportBook.get(EXPORT)]).toEqual([0, '1 export\nRecorded as purge 1.\n', null]);
  expect((await callstitch.book.all()).length).toBe(3);
});

test('younger call logs stay', async () => {
  const callstitch = await threeCalls();
  const { out } = await run(['purge', '--older-than-days', '365', '--yes', '--json'], { openCallstitch: callstitch.open });
  expect(JSON.parse(out.text)).toMatchObject({ tenants: [], failed: 0 });
  expect((await callstitch.book.all()).length).toBe(3);
});

test.each([
  [['--older-than-days', '0', '--yes'], 2, /^0 days is everything/],
  [['--older-than-days', 'x'], 2, /whole number of days/],
])('%j is refused before a database is opened', async (args, code, sentence) => {
  const ran = await run(['purge', ...args]);
  expect([ran.code, ran.out.text]).toEqual([code, '']);
  expect(ran.err.text).toMatch(sentence);
});

test('without any limit nothing is purged', async () => {
  const callstitch = await threeCalls();
  const site = mkdtempSync(join(tmpdir(), 'purge-'));
  writeFileSync(join(site, 'callstitch.yml'), 'retentionPolicies: []\n');
  const settings = () => readSettings({ CALLSTITCH_CONFIG: join(site, 'callstitch.yml') });
  const { code, err } = await run(['purge', '--yes'], { openCallstitch: callstitch.open, settings });
  expect([code, err.text]).toEqual([2, expect.stringMatching(/^Nothing is purged without a limit/) as string]);
  expect(await callstitch.book.all()).toHaveLength(3);
  rmSync(site, { recursive: true });
});

test('while nobody says otherwise, calls and recordings go after a year and exports after two days', async () => {
  const callstitch = await threeCalls();
  const inTwoYears = () => (TUESDAY + 2 * 365 * 86_400_000_000) as Instant;
  await run(['purge', '--yes'], { openCallstitch: callstitch.open });
  expect(await callstitch.book.all()).toHaveLength(3);
  await run(['purge', '--yes'], { openCallstitch: callstitch.open, clock: inTwoYears });
  expect(await callstitch.book.all()).toHaveLength(0);
});

test('why a call log is gone that no purge deleted cannot be said', async () => {
  const callstitch = await threeCalls();
  const { code, err } = await run(['purge', '--why', '4711'], { openCallstitch: callstitch.open });
  expect([code, err.text]).toEqual([4, 'No purge has deleted a call log with the id 4711.\n']);
});

test('the policies of the configuration decide, and what one of them holds stays, whatever is said by hand', async () => {
  const site = siteWithPlugin({ policies: ['long-stays', 'all-goes'] });
  const settings = () => readSettings({ CALLSTITCH_CONFIG: join(site, 'callstitch.yml') });
  const callstitch = await threeCalls();
  const options = { openCallstitch: callstitch.open, settings };
  expect((await run(['purge'], options)).out.text).toContain('all-goes expires');
  await run(['purge', ...OLD, '--yes'], options);
  expect((await callstitch.book.all()).map(({ talkSeconds }) => talkSeconds >= 2)).toEqual([true]);
  await run(['purge', '--yes'], options);
  expect(await callstitch.book.all()).toHaveLength(1);
  rmSync(site, { recursive: true });
});
