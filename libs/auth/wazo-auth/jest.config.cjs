module.exports = { displayName: 'auth-wazo-auth', preset: '../../../jest.preset.cjs' };
