import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What finds packages is Node's own resolution, so these run in Node itself; Jest has another one.
const command = join(import.meta.dirname, '../bin/plugin-host.mjs');
const host = join(import.meta.dirname, '../dist/index.js');

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'callstitch-author-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function author(exports: unknown, { built = true } = {}): void {
  const manifest = { name: 'callstitch-plugin-weekend', version: '1.0.0', type: 'module', exports, callstitch: { apiVersion: 1 } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  if (!built) return;
  mkdirSync(join(folder, 'dist'));
  const tagger = `{ kind: 'tagger', name: 'weekend', options: null, prepare: null, tag: () => [] }`;
  writeFileSync(
    join(folder, 'dist/index.js'),
    `export const plugin = { kind: 'callstitch-plugin', taggers: [${tagger}], retentionPolicies: [] };`,
  );
}

function check(): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'check', '.'], { cwd: folder, encoding: 'utf8' });
  return { status, says: stdout + stderr };
}

const doors = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };

test('an author’s folder that is not built yet', () => {
  author(doors, { built: false });
  expect(check()).toEqual({
    status: 1,
    says: 'callstitch-plugin-weekend would be refused:\n- has no file dist/index.js: it is not built yet, or was published without it\n',
  });
});

test('an author’s folder that is right', () => {
  author(doors);
  expect(check()).toEqual({ status: 0, says: 'callstitch-plugin-weekend 1.0.0 is right. It offers:\n- tagger weekend\n' });
});

test.each([
  ['only for import', { '.': { import: './dist/index.js' } }],
  ['without the main door', { './package.json': './package.json' }],
  ['that leave the package', { '.': '../index.js' }],
])('an author’s folder that is lacking in its exports: %s', (_what, exports) => {
  author(exports);
  expect(check()).toEqual({
    status: 1,
    says:
      'callstitch-plugin-weekend would be refused:\n' +
      '- its package.json lacks in "exports" what the host opens: { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" } }\n',
  });
});

test('a folder that is no package', () => {
  expect(check().says).toMatch(/^not a package would be refused:\n- .* has no package\.json\n$/);
});

/** The names of those of two packages that the folder finds. */
function found(): unknown {
  const program = `import { installedPackages } from ${JSON.stringify(host)};
    const packages = installedPackages(${JSON.stringify(folder)});
    const names = ['@callstitch/plugin-api', 'class-validator'];
    console.log(JSON.stringify(await Promise.all(names.map(async (name) => (await packages.manifest(name))?.name ?? null))));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(said);
}

test('a package of ours is found at the host’s own place when the site lacks it; a stranger’s is not', () => {
  expect(found()).toEqual(['@callstitch/plugin-api', null]);
});

test('a place of packages that cannot be entered is passed over', () => {
  // One that leads to itself, which keeps out root too.
  symlinkSync(join(folder, 'node_modules'), join(folder, 'node_modules'));
  expect(found()).toEqual(['@callstitch/plugin-api', null]);
});
