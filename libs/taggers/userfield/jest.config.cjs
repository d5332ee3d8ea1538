module.exports = { displayName: 'tagger-userfield', preset: '../../../jest.preset.cjs' };
