import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWithinReach } from './is-within-reach.ts';

const folder = mkdtempSync(join(tmpdir(), 'callstitch-reach-'));
const below = join(folder, 'one', 'two');
mkdirSync(below, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const { uid, gid } = statSync(folder);
const owner = { name: 'owner', uid, gid };
const member = { name: 'member', uid: uid + 1, gid };
const other = { name: 'other', uid: uid + 1, gid: gid + 1 };

test.each([
  { mode: 0o700, reaches: ['owner'] },
  { mode: 0o710, reaches: ['owner', 'member'] },
  { mode: 0o711, reaches: ['owner', 'member', 'other'] },
])('through a directory of mode $mode come $reaches', ({ mode, reaches }) => {
  chmodSync(folder, mode);
  expect([owner, member, other].filter((account) => isWithinReach(below, account)).map(({ name }) => name)).toEqual(reaches);
  chmodSync(folder, 0o700);
});

test('an account goes by its own bit, even where others have more', () => {
  chmodSync(folder, 0o601);
  expect([owner, member, other].filter((account) => isWithinReach(folder, account))).toEqual([other]);
  chmodSync(folder, 0o700);
});

test('who does not change accounts is not in question', () => {
  expect(isWithinReach('/nowhere', null)).toBe(true);
});
