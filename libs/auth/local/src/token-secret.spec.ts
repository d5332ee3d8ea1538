import { hashOfToken, newTokenSecret } from './token-secret.js';

test('a token is 256 random bits after cs_, and never the same', () => {
  const [one, other] = [newTokenSecret(), newTokenSecret()];
  expect(one).toMatch(/^cs_[\w-]{43}$/);
  expect(one).not.toBe(other);
});

test('any text of up to 256 letters may be a token, also a uuid', () => {
  expect(hashOfToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hashOfToken('7e7e0001-0000-4000-8000-000000000001')).toMatch(/^[0-9a-f]{64}$/);
  expect([hashOfToken('x'.repeat(256))?.length, hashOfToken('x'.repeat(257)), hashOfToken('')]).toEqual([64, null, null]);
});
