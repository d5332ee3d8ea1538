module.exports = {
  displayName: 'service',
  preset: '../../jest.preset.cjs',
  globalSetup: './jest.global-setup.mjs',
  globalTeardown: './jest.global-teardown.mjs',
  testTimeout: 30_000,
};
