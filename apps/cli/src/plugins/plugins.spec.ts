import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@callstitch/runtime/settings';
import { siteWithPlugin } from '../testing/length-plugin.js';
import { run } from '../testing/run.js';

let site: string;
beforeEach(() => (site = siteWithPlugin()));
afterEach(() => rmSync(site, { recursive: true }));

const plugins = (...args: string[]) =>
  run(['plugins', ...args], { settings: () => readSettings({ CALLSTITCH_CONFIG: join(site, 'callstitch.yml') }) });

test('what is in use is shown, with package and version', async () => {
  const { code, out } = await plugins('list');
  expect(code).toBe(0);
  expect(out.lines[1]).toMatch(/^tagger +length +callstitch-plugin-length +1\.2\.0 +-$/);
  expect(JSON.parse((await plugins('list', '--json')).out.text)).toMatchObject([{ kind: 'tagger', name: 'length' }]);
});

test('a check says all that is wrong with all of them at once', async () => {
  expect((await plugins('check')).out.text).toContain('The host takes all of them.');
  appendFileSync(join(site, 'callstitch.yml'), '  - { package: nope, tagger: x }\n  - { package: callstitch-plugin-length, tagger: y }\n');
  const { code, err } = await plugins('check');
  expect([code, err.text]).toEqual([
    3,
    'Cannot start with these plugins:\n- nope › x: is not installed\n- callstitch-plugin-length › y: has no tagger of that name; it offers: length\n',
  ]);
});

test('an author’s folder is asked about by itself', async () => {
  const { code, out } = await plugins('check', join(site, 'node_modules/callstitch-plugin-length'));
  expect([code, out.text]).toEqual([
    0,
    'callstitch-plugin-length 1.2.0 is right. It offers:\n- tagger length\n- retention policy long-stays\n- retention policy all-goes\n',
  ]);
  expect((await plugins('check', site)).code).toBe(3);
});
