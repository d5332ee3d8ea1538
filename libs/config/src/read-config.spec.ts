import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './read-config.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'config-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'callstitch.yml');
  writeFileSync(path, text);
  return path;
}

test('without a file the words of the userfield are tags and nothing expires', async () => {
  const { config } = await readConfig(null);
  expect(config).toMatchObject({ taggers: [{ package: '@callstitch/tagger-userfield', tagger: 'userfield' }], retentionPolicies: [] });
});

test('an empty file is as good as none', async () => {
  expect((await readConfig(file('\n# nothing yet\n'))).config.retentionPolicies).toEqual([]);
});

test('taggers and policies are read with their options, and packages are looked for beside the file', async () => {
  const { config, siteFolder } = await readConfig(
    file(`
taggers:
  - { package: callstitch-plugin-weekend, tagger: weekend }
retentionPolicies:
  - { package: "callstitch-plugin-weekend", policy: max-age, options: { callLogDays: 365 } }
`),
  );
  expect(siteFolder).toBe(folder);
  expect(config).toMatchObject({
    taggers: [{ package: 'callstitch-plugin-weekend', tagger: 'weekend' }],
    retentionPolicies: [{ policy: 'max-age', options: { callLogDays: 365 } }],
  });
});

test('all that is wrong is said at once', async () => {
  const path = file(`
pluginz: 1
taggers: weekend
retentionPolicies:
  - { package: a }
`);
  const failure = await readConfig(path).catch((error: unknown) => error as Error & { code: string });
  expect(failure).toMatchObject({ code: 'CONFIG_INVALID' });
  const [title, ...complaints] = (failure as Error).message.split('\n');
  expect(title).toBe(`${path} is not accepted:`);
  expect(complaints.sort()).toEqual(
    [
      '- pluginz is not known here',
      '- retentionPolicies[0].policy must be a string',
      '- retentionPolicies[0].policy should not be empty',
      '- taggers must be an array',
      '- taggers: each value in nested property taggers must be either object or array',
    ].sort(),
  );
});

test('what is no YAML, no mapping or not there is said', async () => {
  await expect(readConfig(file('a: [1'))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  await expect(readConfig(file('- 1'))).rejects.toMatchObject({ message: expect.stringContaining('the file must be') as string });
  await expect(readConfig(join(folder, 'missing.yml'))).rejects.toMatchObject({
    message: `The configuration file ${join(folder, 'missing.yml')} does not exist; check the path.`,
  });
});
