module.exports = { displayName: 'mail-smtp', preset: '../../../jest.preset.cjs' };
