import { requiredAccess } from './required-access.js';

test('a value takes its place, with no dots of its own', () => {
  expect(requiredAccess('call-logd.cdr.read')).toBe('call-logd.cdr.read');
  expect(requiredAccess('call-logd.users.{user_uuid}.cdr.read', { user_uuid: 'ME.Cdr' })).toBe('call-logd.users.me_cdr.cdr.read');
  expect(() => requiredAccess('call-logd.cdr.{cdr_id}.read', { user_uuid: 'x' })).toThrow('call-logd.cdr.{cdr_id}.read needs a cdr_id');
});
