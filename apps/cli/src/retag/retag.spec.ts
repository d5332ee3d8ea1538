import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@callstitch/runtime/settings';
import { siteWithPlugin } from '../testing/length-plugin.js';
import { run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

let site: string;
beforeAll(() => (site = siteWithPlugin()));
afterAll(() => rmSync(site, { recursive: true }));

async function retagging() {
  const callstitch = await threeCalls();
  const options = { openCallstitch: callstitch.open, settings: () => readSettings({ CALLSTITCH_CONFIG: join(site, 'callstitch.yml') }) };
  return (...args: string[]) => run(args, options);
}

test('a tagger that came into use later tags the calls that there are, and is found by its tags', async () => {
  const callstitch = await retagging();
  const { code, err } = await callstitch('retag');
  expect([code, err.text]).toEqual([0, '3 call logs looked at, the tags of 3 changed\n']);
  expect((await callstitch('retag')).err.text).toBe('3 call logs looked at, the tags of 0 changed\n');
  const { out } = await callstitch('list', '--tag', 'long', '--json');
  expect(JSON.parse(out.text)).toMatchObject([{ version: 2, tags: [{ tag: 'long', tagger: 'length' }] }]);
});

test('a dry run shows each change and changes nothing', async () => {
  const callstitch = await retagging();
  const { out } = await callstitch('retag', '--dry-run');
  expect(out.lines.sort()).toEqual(['1: +short (length)', '2: +short (length)', '3: +long (length)']);
  const json = await callstitch('retag', '--dry-run', '--json');
  expect(JSON.parse(json.out.text)).toHaveLength(3);
  expect((await callstitch('list', '--tag', 'long')).err.text).toBe('No call log matches.\n');
});

test('a tagger that is not in use is refused with those that are', async () => {
  const { code, err } = await (await retagging())('retag', '--tagger', 'lenght');
  expect([code, err.text]).toEqual([2, 'No tagger "lenght" is in use; length is.\n']);
});
