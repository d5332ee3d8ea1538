module.exports = { displayName: 'directory-file', preset: '../../../jest.preset.cjs' };
