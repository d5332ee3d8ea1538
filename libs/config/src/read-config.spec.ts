import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, readPluginChoices } from './read-config.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'config-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'callstitch.yml');
  writeFileSync(path, text);
  return path;
}

test('without a file the words of the userfield are tags, and what is older than a year goes', async () => {
  const { config } = await readConfig(null, {});
  expect(config).toMatchObject({
    taggers: [{ package: '@callstitch/tagger-userfield', tagger: 'userfield' }],
    retentionPolicies: [{ policy: 'max-age', options: { callLogDays: 365, recordingDays: 365, exportDays: 2 } }],
  });
});

test('an empty file is as good as none', async () => {
  expect((await readConfig(file('\n# nothing yet\n'), {})).config).toEqual((await readConfig(null, {})).config);
  expect((await readConfig(file('retentionPolicies: []'), {})).config.retentionPolicies).toEqual([]);
});

test('taggers and policies are read with their options, and packages are looked for beside the file', async () => {
  const { config, siteFolder } = await readConfig(
    file(`
taggers:
  - { package: callstitch-plugin-weekend, tagger: weekend }
retentionPolicies:
  - { package: "callstitch-plugin-weekend", policy: max-age, options: { callLogDays: 365 } }
`),
    {},
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
  const failure = await readConfig(path, {}).catch((error: unknown) => error as Error & { code: string });
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
  await expect(readConfig(file('a: [1'), {})).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  await expect(readConfig(file('- 1'), {})).rejects.toMatchObject({ message: expect.stringContaining('the file must be') as string });
  await expect(readConfig(join(folder, 'missing.yml'), {})).rejects.toMatchObject({
    message: `The configuration file ${join(folder, 'missing.yml')} does not exist; check the path.`,
  });
});

test('the environment wins over the file, key by key', async () => {
  const path = file(
    'listen: 0.0.0.0:80\ndialect: wazo\nmail: { server: smtp://mail.example.org, from: a@example.org }\npublicUrl: https://x.org\n',
  );
  const { config } = await readConfig(path, {
    CALLSTITCH_LISTEN: '[::1]:9000',
    CALLSTITCH_MAIL_FROM: 'b@example.org',
    CALLSTITCH_DATA: '',
  });
  expect(config).toMatchObject({
    listen: '[::1]:9000',
    dialect: 'wazo',
    mail: { server: 'smtp://mail.example.org', from: 'b@example.org' },
  });
});

test('who a letter is from says nothing while nobody names a mail server', async () => {
  expect((await readConfig(null, { CALLSTITCH_MAIL_FROM: 'nobody' })).config.mail).toBeNull();
});

test('paths of the file begin where the file is, those of the environment where the program is', async () => {
  const path = file('directory: office.yml\nrecordings: [monitor, /srv/monitor]\nexportDirectory: exports\n');
  const { config } = await readConfig(path, { CALLSTITCH_EXPORTS: 'elsewhere' });
  expect(config).toMatchObject({
    directory: join(folder, 'office.yml'),
    recordings: [join(folder, 'monitor'), '/srv/monitor'],
    exportDirectory: 'elsewhere',
  });
  expect((await readConfig(file('directory: https://confd.example/1.1'), {})).config.directory).toBe('https://confd.example/1.1');
});

test('mistakes of the file and of the environment are said together, each by its own name, without what they hold', async () => {
  const path = file('silentAfterMinutes: soon\ndatabaseUrl: postgresql://me:secret@db/calls\n');
  const environment = { CALLSTITCH_LISTEN: 'here', CALLSTITCH_CORS: 'maybe', CEL_DATABASE_URL: 'secret', CALLSTITCH_SMTP: 'mail' };
  const failure = (await readConfig(path, environment).catch((error: unknown) => error)) as Error & { code: string };
  expect(failure.code).toBe('CONFIG_INVALID');
  expect(failure.message).not.toContain('me:secret');
  const lines = failure.message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '));
  expect(lines).toEqual([
    `${path} is`,
    '- databaseUrl',
    '- silentAfterMinutes',
    '- silentAfterMinutes',
    '- publicUrl',
    '- mail.from',
    'The environment',
    '- CEL_DATABASE_URL',
    '- CALLSTITCH_LISTEN',
    '- CALLSTITCH_CORS',
    '- CALLSTITCH_SMTP',
  ]);
});

test('where there is no file, everything is called as in the environment, and it is the arguments that are wrong', async () => {
  await expect(readConfig(null, { CALLSTITCH_SMTP: 'smtp://mail.example.org', CALLSTITCH_MAIL_FROM: 'me' })).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringMatching(
      /^The environment is not accepted:\n- CALLSTITCH_PUBLIC_URL is where .*\n- CALLSTITCH_MAIL_FROM is who /,
    ) as string,
  });
});

test('who is told is said by the file, with the password of the bus from the environment', async () => {
  const told =
    'announce: { amqp: { exchange: mine }, webhooks: [{ name: crm, url: https://crm.example.org/calls, secretEnv: CRM_SECRET }] }\n';
  const { config } = await readConfig(file(told), { CALLSTITCH_AMQP: 'amqp://me:secret@bus' });
  expect(config.announce).toMatchObject({
    amqp: { url: 'amqp://me:secret@bus', exchange: 'mine', exchangeType: 'headers' },
    webhooks: [{ name: 'crm', timeoutSeconds: 10 }],
  });
  expect((await readConfig(file(''), { CALLSTITCH_AMQP: 'amqp://bus' })).config.announce.amqp).toBeNull();
  await expect(
    readConfig(file('announce: { amqp: { url: "amqp://me:secret@bus" }, webhooks: [{ name: A B }] }'), {}),
  ).rejects.toMatchObject({
    message: expect.stringMatching(
      /announce\.amqp\.url holds a password.*webhooks\[0\]\.name is made of.*secretEnv is the name/s,
    ) as string,
  });
});

test('plugins are read whatever else the file says', async () => {
  const path = file('listen: nowhere\nretentionPolicies: []\n');
  expect((await readPluginChoices(path)).config).toMatchObject({ taggers: [{ tagger: 'userfield' }], retentionPolicies: [] });
});
