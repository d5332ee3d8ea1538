module.exports = { displayName: 'plugin-testing', preset: '../../jest.preset.cjs' };
