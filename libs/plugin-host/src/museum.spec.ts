import { rmSync } from 'node:fs';
import { CallstitchError } from '@callstitch/domain';
import { installedPackages } from './installed-packages.js';
import { loadPlugins } from './load-plugins.js';
import { buildMuseum } from './museum.contract.js';

const site = buildMuseum();
const packages = installedPackages(site);
const evaluated = globalThis as { evaluated?: string[] };

beforeEach(() => void (evaluated.evaluated = []));
afterAll(() => rmSync(site, { recursive: true }));

test('all that is wrong with all plugins is said at once, and a refused plugin never ran', async () => {
  const names = ['good', 'no-label', 'text-label', 'from-the-future', 'not-json', 'not-built', 'not-built-old', 'import-only', 'no-door'];
  const wrong = ['throws', 'exports-nothing', 'exports-anything', 'nobody-of-that-name', 'offers-nothing', 'twice', 'home-made', 'missing'];
  const taggers = [...names, ...wrong].map((name) => ({ package: name, tagger: 'x' }));
  const error = await loadPlugins(
    {
      taggers: [
        ...taggers,
        { package: '../evil', tagger: 'x' },
        { package: 'shouts-its-name', tagger: 'Loud Tagger' },
        { package: 'takes-none', tagger: 'x', options: { days: 3 } },
      ],
      retentionPolicies: [{ package: 'good', policy: 'x' }],
    },
    packages,
  ).catch((thrown: unknown) => thrown);

  expect((error as CallstitchError).code).toBe('PLUGINS_REJECTED');
  expect((error as CallstitchError).message).toMatchInlineSnapshot(`
    "Cannot start with these plugins:
    - no-label › x: package.json has no "callstitch.apiVersion", so it is not a call-log plugin
    - text-label › x: package.json says "callstitch.apiVersion": "1", which is not a whole number
    - from-the-future › x: needs plugin API 2, this host speaks 1
    - not-json › x: its package.json is not JSON
    - not-built › x: has no file ../../../../work/main/libs/plugin-host/not-built: it is not built yet, or was published without it
    - not-built-old › x: has no file dist/main.js: it is not built yet, or was published without it
    - import-only › x: has no file ../../../../work/main/libs/plugin-host/import-only: it is not built yet, or was published without it
    - no-door › x: has no file ../../../../work/main/libs/plugin-host/no-door: it is not built yet, or was published without it
    - throws › x: could not be loaded: no licence
    - exports-nothing › x: does not export a \`plugin\` made with definePlugin()
    - exports-anything › x: does not export a \`plugin\` made with definePlugin()
    - nobody-of-that-name › x: has no tagger of that name; it offers: weekend, night
    - offers-nothing › x: has no tagger of that name; it offers: none
    - twice › x: has 2 taggers of that name
    - home-made › x: was not made with defineTagger()
    - missing › x: is not installed
    - ../evil › x: is not the name of a package
    - shouts-its-name › Loud Tagger: its name is not in kebab-case
    - takes-none › x: has the same name as the tagger of good, so nobody could tell whose is whose
    - takes-none › x: takes no options
    - good › x: has no retention policy of that name; it offers: none"
  `);
  expect(evaluated.evaluated).toEqual([
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

test('a plugin that is right is loaded, whether its label is hidden, its name scoped or its code CommonJS', async () => {
  for (const name of ['good', '@scope/good', 'good-old', 'hides-its-label']) {
    const { taggers } = await loadPlugins({ taggers: [{ package: name, tagger: 'x' }] }, packages);
    expect(taggers).toMatchObject([{ package: name, name: 'x', options: {} }]);
  }
});

test('a syntax error in a plugin is told in one sentence', async () => {
  const loading = loadPlugins({ taggers: [{ package: 'syntax-error', tagger: 'x' }] }, packages);
  await expect(loading).rejects.toThrow(/syntax-error › x: could not be loaded: /);
});

test('two packages cannot give a tagger of the same name, but one may run twice with different options', async () => {
  const loading = loadPlugins(
    {
      taggers: [
        { package: 'good', tagger: 'x' },
        { package: '@scope/good', tagger: 'x' },
      ],
    },
    packages,
  );
  await expect(loading).rejects.toThrow('- @scope/good › x: has the same name as the tagger of good, so nobody could tell whose is whose');
  const { taggers } = await loadPlugins(
    {
      taggers: [
        { package: 'good', tagger: 'x' },
        { package: 'good', tagger: 'x' },
      ],
    },
    packages,
  );
  expect(taggers).toHaveLength(2);
});
