module.exports = { displayName: 'publisher-webhooks', preset: '../../../jest.preset.cjs' };
