module.exports = { displayName: 'directory-wazo-confd', preset: '../../../jest.preset.cjs' };
