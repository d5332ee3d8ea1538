import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginChoices } from './load-plugins.js';
import { buildMuseum } from './museum.contract.js';

const site = buildMuseum();
afterAll(() => rmSync(site, { recursive: true }));

interface Visit {
  readonly code: string | null;
  readonly message: string | null;
  /** Whose code ran, in its order. */
  readonly evaluated: readonly string[];
  readonly loaded: readonly unknown[];
}

/** What packages are found and run is Node's own business, so the visit runs in Node itself; Jest has another resolution. */
function visit(choices: PluginChoices): Visit {
  const program = `
    import { installedPackages, loadPlugins } from ${JSON.stringify(join(import.meta.dirname, '../dist/index.js'))};
    globalThis.evaluated = [];
    const packages = installedPackages(${JSON.stringify(site)});
    const visit = await loadPlugins(${JSON.stringify(choices)}, packages).then(
      ({ taggers }) => ({ code: null, message: null, loaded: taggers }),
      ({ code, message }) => ({ code, message, loaded: [] }),
    );
    console.log(JSON.stringify({ ...visit, evaluated }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })) as Visit;
}

test('all that is wrong with all plugins is said at once, and a refused plugin never ran', () => {
  const labels = ['good', 'no-label', 'text-label', 'from-the-future', 'not-json', 'missing'];
  const doors = ['not-built', 'not-built-old', 'import-only', 'no-door', 'throws', 'syntax-error'];
  const parts = ['exports-nothing', 'exports-anything', 'nobody-of-that-name', 'offers-nothing', 'twice', 'home-made'];
  const { code, message, evaluated } = visit({
    taggers: [
      ...[...labels, ...doors, ...parts, '../evil'].map((name) => ({ package: name, tagger: 'x' })),
      { package: 'shouts-its-name', tagger: 'Loud Tagger' },
      { package: 'takes-none', tagger: 'x', options: { days: 3 } },
    ],
    retentionPolicies: [{ package: 'good', policy: 'x' }],
  });
  expect(code).toBe('PLUGINS_REJECTED');
  expect(message).toMatchInlineSnapshot(`
    "Cannot start with these plugins:
    - no-label › x: package.json has no "callstitch.apiVersion", so it is not a call-log plugin
    - text-label › x: package.json says "callstitch.apiVersion": "1", which is not a whole number
    - from-the-future › x: needs plugin API 2, this host speaks 1
    - not-json › x: its package.json is not JSON
    - missing › x: is not installed
    - not-built › x: has no file dist/index.js: it is not built yet, or was published without it
    - not-built-old › x: has no file dist/main.js: it is not built yet, or was published without it
    - import-only › x: its package.json lacks in "exports" what the host opens: { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" } }
    - no-door › x: its package.json lacks in "exports" what the host opens: { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" } }
    - throws › x: could not be loaded: no licence
    - syntax-error › x: could not be loaded: Unexpected token ';'
    - exports-nothing › x: does not export a \`plugin\` made with definePlugin()
    - exports-anything › x: does not export a \`plugin\` made with definePlugin()
    - nobody-of-that-name › x: has no tagger of that name; it offers: weekend, night
    - offers-nothing › x: has no tagger of that name; it offers: none
    - twice › x: has 2 taggers of that name
    - home-made › x: was not made with defineTagger()
    - ../evil › x: is not the name of a package
    - shouts-its-name › Loud Tagger: its name is not in kebab-case
    - takes-none › x: has the same name as the tagger of good, so nobody could tell whose is whose
    - takes-none › x: takes no options
    - good › x: has no retention policy of that name; it offers: none"
  `);
  expect(evaluated).toEqual([
    'good',
    'exports-nothing',
    'nobody-of-that-name',
    'offers-nothing',
    'twice',
    'home-made',
    'shouts-its-name',
    'takes-none',
  ]);
});

test.each(['good', '@scope/good', 'good-old', 'hides-its-label'])('a plugin that is right is loaded: %s', (name) => {
  expect(visit({ taggers: [{ package: name, tagger: 'x' }] }).loaded).toMatchObject([{ package: name, name: 'x', options: {} }]);
});

test('two packages cannot give a tagger of the same name, but one may run twice with different options', () => {
  const x = (name: string) => ({ package: name, tagger: 'x' });
  expect(visit({ taggers: [x('good'), x('@scope/good')] }).message).toContain(
    '- @scope/good › x: has the same name as the tagger of good, so nobody could tell whose is whose',
  );
  expect(visit({ taggers: [x('good'), x('good')] }).loaded).toHaveLength(2);
});
