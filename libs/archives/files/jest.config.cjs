module.exports = { displayName: 'call-log-archives', preset: '../../../jest.preset.cjs' };
