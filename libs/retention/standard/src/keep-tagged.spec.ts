import { aCallLog, checkRetentionPolicy } from '@callstitch/plugin-testing';
import { keepTagged } from './keep-tagged.js';

const now = new Date('2026-04-01T00:00:00Z');
const taggedBy = (tagger: string, ...tags: string[]) => aCallLog({ tags: tags.map((tag) => ({ tag, tagger })) });
const calls = {
  held: taggedBy('lawyer', 'sales', 'legal-hold'),
  'held by somebody else': taggedBy('userfield', 'legal-hold'),
  disputed: taggedBy('lawyer', 'disputed'),
  'nearly held': taggedBy('lawyer', 'legal-holding'),
  untagged: aCallLog(),
};

test('calls with one of the tags stay, whoever gave it', () =>
  checkRetentionPolicy(keepTagged, {
    now,
    options: { tags: ['legal-hold', 'disputed'] },
    calls,
    held: ['held', 'held by somebody else', 'disputed'],
  }));

test('or only if one tagger gave it', () =>
  checkRetentionPolicy(keepTagged, { now, options: { tags: ['legal-hold'], tagger: 'lawyer' }, calls, held: ['held'] }));

test('a hold on nothing is a mistake', async () => {
  for (const options of [{}, { tags: [] }, { tags: [''] }]) {
    await expect(checkRetentionPolicy(keepTagged, { now, options, calls })).rejects.toThrow('options.tags');
  }
});
