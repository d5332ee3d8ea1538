import { existsSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Opener } from './testing/opener.ts';
import { TestFolder } from './testing/test-folder.ts';

const folder = new TestFolder();
// The loader cannot get into a directory with a colon in its name, so the software lies elsewhere.
const data = folder.at('co:lon');
const softwareOf = (path: string): string => readlinkSync(join(path, 'software'));

afterEach(() => Opener.killAll());
afterAll(() => folder.remove());

test('software elsewhere goes with its keeper, also when its data directory went before', async () => {
  const opener = await Opener.open(data);
  const place = softwareOf(data);
  expect(existsSync(join(place, 'lib'))).toBe(true);
  rmSync(join(data, 'software'));
  await opener.close();
  await folder.comesToRest();
  expect(existsSync(place)).toBe(false);
});

test('software that a killed keeper left is removed by the next keeper of any data directory, and that of living ones is not', async () => {
  const killed = await Opener.open(data);
  const left = softwareOf(data);
  process.kill(folder.keeper('co:lon'), 'SIGKILL');
  await killed.kill();
  await folder.comesToRest();
  rmSync(data, { recursive: true });
  await Opener.open(folder.at('a:nother'));
  expect(existsSync(left)).toBe(false);
  await Opener.open(folder.at('plain'));
  expect(existsSync(join(softwareOf(folder.at('a:nother')), 'lib'))).toBe(true);
  await folder.rest();
});

test('no server and no keeper is left', async () => {
  await folder.comesToRest();
});
