import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { followGuide, runCommand, type Ended } from './round/follow-guide.js';
import { startInstalledRegistry, type InstalledRegistry } from './round/installed-registry.js';
import { readGuide } from './round/read-guide.js';
import { scriptAfterBuild, startRegistryProcess } from './round/registry-process.js';
import { aStranger, type Stranger } from './round/stranger.js';
import type { RunningRegistry } from './start-registry.js';

const workspace = join(import.meta.dirname, '../../..');
const GUIDE = 'docs/plugin-authors.md';
const EXAMPLE = 'examples/callstitch-plugin-vip';
const ROUND_MS = 120_000;

let stranger: Stranger;
let installed: InstalledRegistry;
let registry: RunningRegistry | undefined;

beforeAll(async () => {
  stranger = await aStranger(workspace);
  installed = await startInstalledRegistry(workspace);
}, ROUND_MS);

afterAll(async () => {
  await registry?.stop();
  await installed.stop();
  await stranger.leave(['site', 'vip-site']);
}, ROUND_MS);

/** The page with the port that is free here. */
const here = (text: string) => text.replaceAll('127.0.0.1:4873', new URL(registry!.url).host);

const at = (...path: string[]) => join(stranger.folder, ...path);
const guide = async () => readGuide(await readFile(join(workspace, GUIDE), 'utf8'));

function run(folder: string, script: string): Promise<Ended> {
  return runCommand('sh', ['-e', '-c', script], { cwd: at(folder), env: stranger.env });
}

async function startTheRegistry(): Promise<void> {
  const args = ['--port', '0', '--upstream', installed.url];
  registry = await startRegistryProcess({ workspace, args, env: stranger.env });
}

async function publishTheKit(): Promise<void> {
  const [command = '', ...words] = await scriptAfterBuild(workspace, 'publish-kit');
  const args = [...words, '--built', '--registry', registry!.url];
  const { code, output } = await runCommand(command, args, { cwd: workspace, env: stranger.env });
  expect([code, output]).toEqual([0, expect.stringContaining('+ @callstitch/plugin-api@')]);
}

test(
  'whoever follows the guide word by word gets what it says',
  async () => {
    const instead = { 'npm run registry': startTheRegistry, 'npm run publish-kit': publishTheKit };
    await followGuide(await guide(), { ...stranger, reading: here, instead });
  },
  ROUND_MS,
);

test(
  'the example is right in the hands of a stranger',
  async () => {
    const withoutProducts = (path: string) => !/[/\\](node_modules|dist)$/.test(path);
    await cp(join(workspace, EXAMPLE), at('vip'), { recursive: true, filter: withoutProducts });
    for (const file of ['package.json', '.npmrc']) await writeFile(at('vip', file), here(await readFile(at('vip', file), 'utf8')));
    expect(await run('vip', 'npm install')).toMatchObject({ code: 0 });
    expect((await run('vip', 'npm publish')).output).toContain('+ callstitch-plugin-vip@1.0.0');
    expect((await run('vip', 'npx plugin-host check .')).output).toContain('callstitch-plugin-vip 1.0.0 is right.');
  },
  ROUND_MS,
);

test(
  'what only `import` can open is refused, with the line that it lacks',
  async () => {
    const right = await readFile(at('vip/package.json'), 'utf8');
    const exports = { '.': { import: './dist/index.js' } };
    await writeFile(at('vip/package.json'), JSON.stringify({ ...(JSON.parse(right) as object), exports }));
    const { code, output } = await run('vip', 'npx plugin-host check .');
    await writeFile(at('vip/package.json'), right);
    expect([code, output]).toEqual([1, expect.stringContaining('lacks in "exports" what the host opens: { ".": {')]);
  },
  ROUND_MS,
);

test(
  'a stranger’s Node and TypeScript see what was built, and nothing else was published',
  async () => {
    const { output } = await run(
      'vip',
      `node --input-type=module -e 'console.log(import.meta.resolve("@callstitch/plugin-testing"))'
      npx tsc --noEmit --listFilesOnly
      ls node_modules/@callstitch/*`,
    );
    expect(output).toContain('/node_modules/@callstitch/plugin-testing/dist/index.js');
    expect(output).toContain('/node_modules/@callstitch/domain/dist/index.d.ts');
    expect(output).not.toMatch(/@callstitch\/[\w-]+\/src/);
    expect(output).not.toMatch(/^(src|.*\.tsbuildinfo|tsconfig.*)$/m);
  },
  ROUND_MS,
);

test(
  'what the example tagged is held by a purge',
  async () => {
    const calls = (await guide()).flatMap((step) => (step.kind === 'write' && step.file === 'calls.csv' ? [step.text] : []));
    await mkdir(at('vip-site'));
    await writeFile(at('vip-site/calls.csv'), calls.join(''));
    await appendFile(
      at('vip-site/calls.csv'),
      'CHAN_START,2024-01-09 10:00:00,Big Client,4385555010,1001,carrier,PJSIP/carrier-5,1704794400.5,1704794400.5\n' +
        'CHAN_END,2024-01-09 10:00:09,Big Client,4385555010,1001,carrier,PJSIP/carrier-5,1704794400.5,1704794400.5\n',
    );
    await writeFile(at('vip-site/vip-numbers.txt'), '4385555010\n');
    await writeFile(
      at('vip-site/callstitch.yml'),
      `taggers:
  - { package: callstitch-plugin-vip, tagger: vip, options: { listFile: vip-numbers.txt } }
retentionPolicies:
  - { package: callstitch-plugin-vip, policy: keep-vip }
  - { package: '@callstitch/standard-retention', policy: max-age, options: { callLogDays: 30 } }
`,
    );
    const { code, output } = await run(
      'vip-site',
      `npm init --yes
      npm install --registry ${registry!.url} callstitch-plugin-vip
      callstitch import cel calls.csv
      callstitch generate
      callstitch list --tag vip
      callstitch purge`,
    );
    expect(output).toContain('3 call logs created');
    expect(output).toMatch(/Big Client 4385555010.*\n1 call log\n/);
    expect(output).toContain('max-age expires 2 call logs\n');
    expect(code).toBe(0);
  },
  ROUND_MS,
);

test(
  'what is ours, or a plugin’s, is never asked of another registry',
  async () => {
    const { output } = await run(
      'vip',
      'npm view callstitch-plugin-nowhere || npm view @callstitch/nowhere || npm view class-validator name',
    );
    expect(output).toContain('class-validator');
    expect(installed.asked).toContain('class-validator');
    expect(installed.asked.filter((path) => path.includes('callstitch'))).toEqual([]);
  },
  ROUND_MS,
);
