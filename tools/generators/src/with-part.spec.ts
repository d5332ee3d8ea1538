import { withPart } from './with-part.ts';

const plugin = (imports: string, parts: string) =>
  `import { definePlugin } from '@callstitch/plugin-api';\n${imports}\n/** All. */\nexport const plugin = definePlugin({ ${parts} });\n`;

test('a part gets its import and its place at the end of the list', () => {
  expect(withPart(plugin("import { vip } from './vip.js';\n", 'taggers: [vip]'), 'tagger', 'night-call')).toBe(
    plugin("import { vip } from './vip.js';\nimport { nightCall } from './night-call.js';\n", 'taggers: [vip, nightCall]'),
  );
});

test('a list of many lines, an empty one, and one that is not there yet', () => {
  const added = (parts: string) => withPart(plugin('', parts), 'retention-policy', 'keep');
  expect(added('retentionPolicies: [\n  a,\n  b,\n]')).toContain('retentionPolicies: [a,\n  b, keep]');
  expect(added('retentionPolicies: []')).toContain('retentionPolicies: [keep]');
  expect(added('taggers: [vip]')).toContain('definePlugin({ retentionPolicies: [keep], taggers: [vip] })');
});

test('a page that is written otherwise is not guessed at', () => {
  expect(() => withPart('export const plugin = make();\n', 'tagger', 'vip')).toThrow('no `definePlugin({ … })`');
});
