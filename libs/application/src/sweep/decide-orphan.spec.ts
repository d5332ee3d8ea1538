import { decideOrphan } from './decide-orphan.js';

const old = { ageSeconds: 101, minAgeSeconds: 100, namesakeLost: false, untold: false, force: false };

test.each([
  ['an old one may go', {}, 'removable'],
  ['at the safety age it is still young', { ageSeconds: 100 }, 'young'],
  ['a young one stays in any case', { ageSeconds: 1, force: true }, 'young'],
  ['one from the future is young', { ageSeconds: -50, force: true }, 'young'],
  ['one that a recording may mean is doubtful', { namesakeLost: true }, 'doubtful'],
  ['while calls of its age are untold it stays', { untold: true }, 'untold'],
  ['doubts can be overruled', { namesakeLost: true, untold: true, force: true }, 'removable'],
])('%s', (_sentence, changed, fate) => {
  expect(decideOrphan({ ...old, ...changed })).toBe(fate);
});
