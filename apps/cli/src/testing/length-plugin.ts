import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = { name: 'callstitch-plugin-length', version: '1.2.0', type: 'module', main: 'index.js', callstitch: { apiVersion: 1 } };
const TAGGER = `{ kind: 'tagger', name: 'length', options: null, prepare: null, tag: ({ talkSeconds }) => [talkSeconds >= 2 ? 'long' : 'short'] }`;

/** A site whose configuration uses a stranger's plugin: it tags calls `long` or `short`. Gives its folder. */
export function siteWithPlugin(): string {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  const plugin = join(site, 'node_modules', MANIFEST.name);
  mkdirSync(plugin, { recursive: true });
  writeFileSync(join(plugin, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(
    join(plugin, 'index.js'),
    `export const plugin = { kind: 'callstitch-plugin', taggers: [${TAGGER}], retentionPolicies: [] };`,
  );
  writeFileSync(join(site, 'callstitch.yml'), `taggers:\n  - { package: ${MANIFEST.name}, tagger: length }\n`);
  return site;
}
