import { addProjectConfiguration, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { retentionPolicyGenerator, taggerGenerator } from './generators.ts';

const workspace = join(import.meta.dirname, '../../..');
const TAGGERS = 'libs/taggers/standard';
const RETENTION = 'libs/retention/standard';

/** A busy machine takes its time to load prettier. */
const PATIENCE_MS = 60_000;

let tree: Tree;

/** Our own plugins as they are, in a workspace that is only thought of. */
beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  tree.delete('.oxfmtrc.json');
  tree.write('.prettierrc', readFileSync(join(workspace, '.prettierrc')));
  for (const root of [TAGGERS, RETENTION, 'libs/taggers/userfield', 'libs/domain']) {
    const manifest = readFileSync(join(workspace, root, 'package.json'), 'utf8');
    addProjectConfiguration(tree, (JSON.parse(manifest) as { name: string }).name, { root });
    tree.write(`${root}/package.json`, manifest);
    const sources = readdirSync(join(workspace, root, 'src')).filter((file) => file.endsWith('.ts'));
    for (const file of sources) tree.write(`${root}/src/${file}`, readFileSync(join(workspace, root, 'src', file)));
  }
});

const text = (file: string) => tree.read(file, 'utf8') ?? '';

test(
  'a tagger is a file of under ten lines, its spec, and its name in the plugin',
  async () => {
    await taggerGenerator(tree, { name: 'night-call' });
    const part = text(`${TAGGERS}/src/night-call.ts`);
    expect(part).toContain("export const nightCall = defineTagger({\n  name: 'night-call',");
    expect(part.split('\n').length).toBeLessThan(10);
    expect(text(`${TAGGERS}/src/night-call.spec.ts`)).toContain('checkTagger(nightCall, [');
    expect(text(`${TAGGERS}/src/plugin.ts`)).toMatch(/import \{ nightCall \} from '.\/night-call.js';\n[^]*taggers: \[[^\]]*, nightCall\]/);
  },
  PATIENCE_MS,
);

test(
  'a retention policy too, in the plugin of the policies',
  async () => {
    await retentionPolicyGenerator(tree, { name: 'keep-disputed' });
    expect(text(`${RETENTION}/src/keep-disputed.ts`).split('\n').length).toBeLessThan(11);
    expect(text(`${RETENTION}/src/keep-disputed.spec.ts`)).toContain('checkRetentionPolicy(keepDisputed, {');
    expect(text(`${RETENTION}/src/plugin.ts`)).toMatch(/retentionPolicies: \[[^\]]*, keepDisputed\]/);
  },
  PATIENCE_MS,
);

test(
  'another plugin of ours may be chosen, and gets the list that it lacks',
  async () => {
    await taggerGenerator(tree, { name: 'disputed', project: '@callstitch/standard-retention' });
    expect(text(`${RETENTION}/src/plugin.ts`)).toContain('taggers: [disputed], retentionPolicies: [');
  },
  PATIENCE_MS,
);

test.each([
  ['Night', 'standard-taggers', '"Night" is not in kebab-case'],
  ['direction', 'standard-taggers', '"direction" is taken by libs/taggers/standard/src/direction.ts'],
  ['userfield', 'standard-taggers', '"userfield" is taken by libs/taggers/userfield/src/userfield.ts'],
  ['max-age', 'standard-taggers', '"max-age" is taken by libs/retention/standard/src/max-age.ts'],
  ['vip', 'domain', '"domain" is no plugin of ours; these are: @callstitch/'],
  ['vip', 'nowhere', '"nowhere" is no plugin of ours'],
  ['vip', 'tagger-userfield', '"tagger-userfield" does not depend on @callstitch/plugin-testing'],
])('%s in %s is refused, and nothing is written', async (name, project, sentence) => {
  const before = tree.listChanges().length;
  await expect(taggerGenerator(tree, { name, project })).rejects.toThrow(sentence);
  expect(tree.listChanges()).toHaveLength(before);
});

test('a plugin that is written in another way is left alone', async () => {
  tree.write(`${TAGGERS}/src/plugin.ts`, 'export const plugin = make();\n');
  await expect(taggerGenerator(tree, { name: 'vip' })).rejects.toThrow(`${TAGGERS}/src/plugin.ts cannot take a tagger: it has no`);
  expect(tree.exists(`${TAGGERS}/src/vip.ts`)).toBe(false);
});
