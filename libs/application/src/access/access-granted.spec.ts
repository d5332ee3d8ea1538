import { accessGranted } from './access-granted.js';

const ME = '5a5a0000-0000-4000-8000-000000000001';
const me = { userUuid: ME };

test.each([
  // granted, required, allowed
  ['call-logd.cdr.read', 'call-logd.cdr.read', true],
  ['call-logd.cdr.read', 'call-logd.cdr.reads', false],
  ['call-logd.cdr.read', 'x.call-logd.cdr.read', false],
  ['call-logd.*.read', 'call-logd.cdr.read', true],
  ['call-logd.*.read', 'call-logd.cdr.12.read', false],
  ['call-logd.*', 'call-logd', false],
  ['call-logd.ret*.read', 'call-logd.retention.read', true],
  ['call-logd.ret*.read', 'call-logd.cdr.read', false],
  ['*.*.read', 'call-logd.cdr.read', true],
  ['call-logd.#', 'call-logd.cdr.12.read', true],
  ['call-logd.#', 'call-logd.', true],
  ['call-logd.#', 'call-logd', false],
  ['call-logd.#.read', 'call-logd.cdr.12.read', true],
  ['call-logd.#.read', 'call-logd.read', false],
  ['#', 'call-logd.cdr.read', true],
  ['#', '', true],
  ['', 'call-logd.cdr.read', false],
  ['*', 'a#b', false],
  ['call-logd.cdr.(read|delete)', 'call-logd.cdr.read', false],
  ['call+logd.cdr.read', 'calllogd.cdr.read', false],
  ['call-logd.users.me.cdr.read', 'call-logd.users.me.cdr.read', true],
  ['call-logd.users.me.cdr.read', `call-logd.users.${ME}.cdr.read`, true],
  ['call-logd.users.me.cdr.read', 'call-logd.users.5a5a0000-0000-4000-8000-000000000002.cdr.read', false],
  [`call-logd.users.${ME}.cdr.read`, 'call-logd.users.me.cdr.read', false],
  ['call-logd.users.home.cdr.read', `call-logd.users.ho${ME}.cdr.read`, false],
  ['call-logd.retention.edit', 'call-logd.retention.update', true],
  ['constructor.read', 'constructor.read', true],
])('%s grants %s: %s', (granted, required, allowed) => {
  expect(accessGranted([granted], required, me)).toBe(allowed);
});

test('without a user or a session the reserved words are only themselves', () => {
  expect(accessGranted(['users.me.cdr'], 'users.null.cdr', { userUuid: null })).toBe(false);
  expect(accessGranted(['users.me.cdr'], 'users.me.cdr', { userUuid: null })).toBe(true);
  expect(accessGranted(['sessions.my_session.delete'], 'sessions.s1.delete', { userUuid: null, sessionUuid: 's1' })).toBe(true);
  expect(accessGranted(['sessions.my_session.delete'], 'sessions.s1.delete', { userUuid: null })).toBe(false);
});

test('a denial wins over every grant, wherever it stands', () => {
  const acl = ['#', '!call-logd.cdr.*.recordings.#', '!users.me.#'];
  expect(accessGranted(acl, 'call-logd.cdr.read', me)).toBe(true);
  expect(accessGranted(acl, 'call-logd.cdr.12.recordings.r.media.read', me)).toBe(false);
  expect(accessGranted(acl.toReversed(), `users.${ME}.cdr`, me)).toBe(false);
  expect(accessGranted(['!call-logd.cdr.read'], 'call-logd.retention.read', me)).toBe(false);
  expect(accessGranted([], 'call-logd.cdr.read', me)).toBe(false);
});

test('a list made to take for ever does not', () => {
  expect(accessGranted([`${'#.'.repeat(200)}x`], 'a.'.repeat(400), me)).toBe(false);
});
