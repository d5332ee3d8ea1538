module.exports = { displayName: 'api-reports', preset: '../../jest.preset.cjs' };
