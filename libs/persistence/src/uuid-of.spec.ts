import { uuidOf } from './uuid-of.js';

test('a uuid is itself, in lower case', () => {
  expect(uuidOf('7A7A0001-0000-4000-8000-00000000000A')).toBe('7a7a0001-0000-4000-8000-00000000000a');
});

test('any other text always gets the same uuid, and no other text gets it', () => {
  const names = ['', 'acme', 'Acme', 'acme ', '7a7a0001', 'é', ...Array.from({ length: 1_000 }, (_, index) => `tenant ${index}`)];
  const uuids = names.map(uuidOf);
  expect(uuids).toEqual(names.map(uuidOf));
  expect(new Set(uuids).size).toBe(names.length);
  for (const uuid of uuids) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the uuid of a name is for ever: rows are found by it', () => {
  expect(uuidOf('acme')).toBe('822b33ad-87c1-88a0-a20a-5ba7cd5ebcaa');
});
