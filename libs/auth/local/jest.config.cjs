module.exports = { displayName: 'auth-local', preset: '../../../jest.preset.cjs' };
