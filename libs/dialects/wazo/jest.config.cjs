module.exports = { displayName: 'dialect-wazo', preset: '../../../jest.preset.cjs' };
