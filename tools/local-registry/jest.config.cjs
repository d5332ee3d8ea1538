module.exports = { displayName: 'local-registry', preset: '../../jest.preset.cjs' };
