module.exports = {
  displayName: 'cli',
  preset: '../../jest.preset.cjs',
  globalSetup: './jest.global-setup.mjs',
  globalTeardown: './jest.global-teardown.mjs',
};
