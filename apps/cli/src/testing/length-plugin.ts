import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = { name: 'callstitch-plugin-length', version: '1.2.0', type: 'module', main: 'index.js', callstitch: { apiVersion: 1 } };
const TAGGER = `{ kind: 'tagger', name: 'length', options: null, prepare: null, tag: ({ talkSeconds }) => [talkSeconds >= 2 ? 'long' : 'short'] }`;

const POLICIES = [
  `{ kind: 'retention-policy', name: 'long-stays', options: null, expires: null, holds: () => ({ kind: 'talked', seconds: 2 }) }`,
  `{ kind: 'retention-policy', name: 'all-goes', options: null, expires: () => ({ kind: 'every', filters: [] }), holds: null }`,
];

/**
 * A site whose configuration uses a stranger's plugin: it tags calls `long` or `short`; of its policies `long-stays` holds
 * those of two seconds and more, `all-goes` expires every call. Gives its folder.
 */
export function siteWithPlugin({ policies = [] }: { readonly policies?: readonly string[] } = {}): string {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  const plugin = join(site, 'node_modules', MANIFEST.name);
  mkdirSync(plugin, { recursive: true });
  writeFileSync(join(plugin, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(
    join(plugin, 'index.js'),
    `export const plugin = { kind: 'callstitch-plugin', taggers: [${TAGGER}], retentionPolicies: [${POLICIES.join(', ')}] };`,
  );
  const policiesText = `retentionPolicies: [${policies.map((policy) => `{ package: ${MANIFEST.name}, policy: ${policy} }`).join(', ')}]\n`;
  writeFileSync(join(site, 'callstitch.yml'), `${policiesText}taggers:\n  - { package: ${MANIFEST.name}, tagger: length }\n`);
  return site;
}
