module.exports = { displayName: 'source-ami', preset: '../../../jest.preset.cjs' };
