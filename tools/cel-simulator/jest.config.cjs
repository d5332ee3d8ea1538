module.exports = {
  displayName: 'cel-simulator',
  preset: '../../jest.preset.cjs',
  globalSetup: './jest.global-setup.mjs',
  globalTeardown: './jest.global-teardown.mjs',
  testTimeout: 60_000,
};
