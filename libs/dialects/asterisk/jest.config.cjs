module.exports = { displayName: 'dialect-asterisk', preset: '../../../jest.preset.cjs' };
