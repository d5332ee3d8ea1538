module.exports = { displayName: 'source-csv', preset: '../../../jest.preset.cjs' };
