import { tenantsBelow } from './tenants-below.js';

const tenants = [
  { uuid: 'master', parentUuid: null, name: 'master' },
  { uuid: 'acme', parentUuid: 'master', name: 'acme' },
  { uuid: 'acme-lab', parentUuid: 'acme-paris', name: 'lab' },
  { uuid: 'acme-paris', parentUuid: 'acme', name: 'paris' },
  { uuid: 'other', parentUuid: 'master', name: 'other' },
];

test('a tenant sees itself and all below, and nobody beside or above', () => {
  expect(tenantsBelow('acme', tenants)).toEqual(['acme', 'acme-paris', 'acme-lab']);
  expect(tenantsBelow('acme-lab', tenants)).toEqual(['acme-lab']);
  expect(tenantsBelow('nobody', tenants)).toBeNull();
});

test('tenants that only call logs name are seen by the master tenant alone', () => {
  expect(tenantsBelow('master', tenants, ['stranger', 'acme'])).toEqual(['master', 'acme', 'other', 'acme-paris', 'acme-lab', 'stranger']);
  expect(tenantsBelow('acme', tenants, ['stranger'])).toEqual(['acme', 'acme-paris', 'acme-lab']);
});

test('a circle of tenants, which cannot be, ends', () => {
  const circle = [
    { uuid: 'a', parentUuid: 'b', name: 'a' },
    { uuid: 'b', parentUuid: 'a', name: 'b' },
  ];
  expect(tenantsBelow('a', circle)).toEqual(['a', 'b']);
});
