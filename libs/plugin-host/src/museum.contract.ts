import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of one exhibit, by path. */
type Exhibit = Readonly<Record<string, string>>;

const DOORS = { '.': './index.js', './package.json': './package.json' };
const TAGGER = `{ kind: 'tagger', name: 'x', options: null, prepare: null, tag: () => ['x'] }`;

function label(name: string, more: object = { exports: DOORS, callstitch: { apiVersion: 1 } }): string {
  return JSON.stringify({ name, version: '1.2.3', type: 'module', ...more });
}

/** Exhibits leave their name in `globalThis.evaluated` when their code runs. */
function plugin(name: string, taggers: string, rest = ''): string {
  return `(globalThis.evaluated ??= []).push('${name}');
export const plugin = { kind: 'callstitch-plugin', taggers: ${taggers}, retentionPolicies: [] };${rest}`;
}

function exhibit(name: string, taggers = `[${TAGGER}]`, more?: object): Exhibit {
  return { 'package.json': label(name, more), 'index.js': plugin(name, taggers) };
}

/** Every way in which a plugin can be wrong, one each, and a good one. */
export const exhibits: Readonly<Record<string, Exhibit>> = {
  good: exhibit('good'),
  '@scope/good': exhibit('@scope/good'),
  'good-old': {
    'package.json': JSON.stringify({ name: 'good-old', callstitch: { apiVersion: 1 } }),
    'index.js': `exports.plugin = { kind: 'callstitch-plugin', taggers: [${TAGGER}], retentionPolicies: [] };`,
  },
  'no-label': exhibit('no-label', undefined, { exports: DOORS }),
  'text-label': exhibit('text-label', undefined, { exports: DOORS, callstitch: { apiVersion: '1' } }),
  'from-the-future': exhibit('from-the-future', undefined, { exports: DOORS, callstitch: { apiVersion: 2 } }),
  'not-json': { 'package.json': '{', 'index.js': plugin('not-json', '[]') },
  'not-built': { 'package.json': label('not-built', { exports: { '.': { default: './dist/index.js' } }, callstitch: { apiVersion: 1 } }) },
  'not-built-old': { 'package.json': label('not-built-old', { main: 'dist/main.js', callstitch: { apiVersion: 1 } }) },
  'import-only': { ...exhibit('import-only', undefined, { exports: { '.': { import: './index.js' } }, callstitch: { apiVersion: 1 } }) },
  'no-door': exhibit('no-door', undefined, { exports: { './other': './index.js' }, callstitch: { apiVersion: 1 } }),
  'hides-its-label': exhibit('hides-its-label', undefined, { exports: './index.js', callstitch: { apiVersion: 1 } }),
  throws: { 'package.json': label('throws'), 'index.js': `throw new Error('no licence');` },
  'syntax-error': { 'package.json': label('syntax-error'), 'index.js': `export const plugin = ;` },
  'exports-nothing': {
    'package.json': label('exports-nothing'),
    'index.js': `(globalThis.evaluated ??= []).push('exports-nothing'); export default {};`,
  },
  'exports-anything': { 'package.json': label('exports-anything'), 'index.js': `export const plugin = { taggers: [] };` },
  'nobody-of-that-name': exhibit('nobody-of-that-name', `[{ ...${TAGGER}, name: 'weekend' }, { ...${TAGGER}, name: 'night' }]`),
  'offers-nothing': exhibit('offers-nothing', '[]'),
  twice: exhibit('twice', `[${TAGGER}, ${TAGGER}]`),
  'shouts-its-name': exhibit('shouts-its-name', `[{ ...${TAGGER}, name: 'Loud Tagger' }]`),
  'home-made': exhibit('home-made', `[{ name: 'x', tag: () => [] }]`),
  'takes-none': exhibit('takes-none'),
};

/** Builds the museum as a site with its node_modules, and says where it stands. */
export function buildMuseum(): string {
  const site = mkdtempSync(join(tmpdir(), 'callstitch-museum-'));
  write(join(site, 'package.json'), JSON.stringify({ name: 'site' }));
  for (const [name, files] of Object.entries(exhibits)) {
    for (const [path, text] of Object.entries(files)) write(join(site, 'node_modules', name, path), text);
  }
  return site;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
