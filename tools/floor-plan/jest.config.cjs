module.exports = { displayName: 'floor-plan', preset: '../../jest.preset.cjs' };
