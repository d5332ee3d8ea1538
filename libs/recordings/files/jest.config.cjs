module.exports = { displayName: 'recording-files', preset: '../../../jest.preset.cjs' };
