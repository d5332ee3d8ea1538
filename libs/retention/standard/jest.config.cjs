module.exports = { displayName: 'standard-retention', preset: '../../../jest.preset.cjs' };
