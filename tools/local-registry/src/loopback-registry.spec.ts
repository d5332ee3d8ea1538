import { loopbackRegistry } from './loopback-registry.js';

test('a registry of this machine is taken', () => {
  expect(['http://127.0.0.1:4873', 'http://localhost:4873/', 'http://[::1]:1/x'].map(loopbackRegistry)).toEqual([
    'http://127.0.0.1:4873/',
    'http://localhost:4873/',
    'http://[::1]:1/',
  ]);
});

test.each([
  'https://registry.example/',
  'http://127.0.0.1.example/',
  'http://127.0.0.1@registry.example/',
  'http://10.0.0.7:4873/',
  '',
  '127.0.0.1',
])('any other is refused: %s', (address) => {
  expect(() => loopbackRegistry(address)).toThrow('a registry of this machine only');
});
