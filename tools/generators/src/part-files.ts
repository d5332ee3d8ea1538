import { identifierOf } from './identifier-of.ts';
import type { PartKind } from './part-kind.ts';

/** The smallest right part of a kind and its spec, as texts. */
export function partFiles(kind: PartKind, name: string): { readonly part: string; readonly spec: string } {
  return kind === 'tagger' ? tagger(name, identifierOf(name)) : retentionPolicy(name, identifierOf(name));
}

function tagger(name: string, identifier: string) {
  return {
    part: `import { defineTagger } from '@callstitch/plugin-api';

/** Calls that somebody answered. */
export const ${identifier} = defineTagger({
  name: '${name}',
  tag: ({ status }) => (status === 'answered' ? ['${name}'] : []),
});
`,
    spec: `import { aCallLog, checkTagger } from '@callstitch/plugin-testing';
import { ${identifier} } from './${name}.js';

test('${name}: calls that somebody answered', () =>
  checkTagger(${identifier}, [
    { name: 'answered', call: aCallLog(), tags: ['${name}'] },
    { name: 'missed', call: aCallLog({ status: 'missed' }), tags: [] },
  ]));
`,
  };
}

function retentionPolicy(name: string, identifier: string) {
  return {
    part: `import { defineRetentionPolicy, tagged } from '@callstitch/plugin-api';

/** Calls with the tag of that name stay, whatever any policy expires. */
export const ${identifier} = defineRetentionPolicy({
  name: '${name}',
  holds: () => tagged('${name}'),
});
`,
    spec: `import { aCallLog, checkRetentionPolicy } from '@callstitch/plugin-testing';
import { ${identifier} } from './${name}.js';

test('${name}: calls with the tag of that name stay', () =>
  checkRetentionPolicy(${identifier}, {
    now: new Date('2026-04-01T00:00:00Z'),
    calls: {
      tagged: aCallLog({ tags: [{ tag: '${name}', tagger: 'userfield' }] }),
      untagged: aCallLog(),
    },
    held: ['tagged'],
  }));
`,
  };
}
