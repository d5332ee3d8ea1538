module.exports = { displayName: 'trials', preset: '../../jest.preset.cjs', testTimeout: 240_000 };
