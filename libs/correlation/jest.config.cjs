module.exports = { displayName: 'correlation', preset: '../../jest.preset.cjs' };
