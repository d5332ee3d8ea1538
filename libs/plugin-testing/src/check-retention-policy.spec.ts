import { defineRetentionPolicy, endedBefore, tagged } from '@callstitch/plugin-api';
import { aCallLog } from './a-call-log.js';
import { checkRetentionPolicy } from './check-retention-policy.js';

const now = new Date('2026-04-01T00:00:00Z');
const calls = {
  old: aCallLog({ endedAt: new Date('2026-01-01T00:00:00Z') }),
  held: aCallLog({ endedAt: new Date('2026-01-01T00:00:00Z'), tags: [{ tag: 'keep', tagger: 'x' }] }),
  young: aCallLog({ endedAt: new Date('2026-03-31T00:00:00Z') }),
};
const policy = defineRetentionPolicy({
  name: 'month',
  expires: (_options, at) => endedBefore(new Date(at.getTime() - 30 * 86_400_000)),
  holds: () => tagged('keep'),
});

test('a policy that keeps its promises passes', () =>
  checkRetentionPolicy(policy, { now, calls, expired: ['old', 'held'], held: ['held'] }));

test('what it expires or holds beside or against the cases is said', async () => {
  await expect(checkRetentionPolicy(policy, { now, calls, expired: ['old', 'young'] })).rejects.toThrow(
    /expires "held", which it must not[^]*must have: expires "young"[^]*holds "held", which it must not/,
  );
});

test('a policy that sets the date it is given fails', async () => {
  const moving = defineRetentionPolicy({ name: 'moving', expires: (_options, at) => (at.setTime(0), endedBefore(at)) });
  await expect(checkRetentionPolicy(moving, { now, calls })).rejects.toThrow('changed the date');
});
