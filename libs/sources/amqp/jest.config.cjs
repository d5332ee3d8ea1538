module.exports = { displayName: 'source-amqp', preset: '../../../jest.preset.cjs' };
