module.exports = { displayName: 'amqp', preset: '../../jest.preset.cjs' };
