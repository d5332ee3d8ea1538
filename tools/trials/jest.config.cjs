module.exports = { displayName: 'trials', preset: '../../jest.preset.cjs', testTimeout: 120_000 };
