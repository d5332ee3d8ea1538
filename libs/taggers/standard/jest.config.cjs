module.exports = { displayName: 'standard-taggers', preset: '../../../jest.preset.cjs' };
