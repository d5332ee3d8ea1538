module.exports = { displayName: 'embedded-postgres', preset: '../../jest.preset.cjs', testTimeout: 60_000 };
