module.exports = { displayName: 'publisher-amqp', preset: '../../../jest.preset.cjs' };
