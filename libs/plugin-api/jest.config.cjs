module.exports = { displayName: 'plugin-api', preset: '../../jest.preset.cjs' };
