module.exports = { displayName: 'plugin-host', preset: '../../jest.preset.cjs' };
