module.exports = { displayName: 'jobs-cron', preset: '../../../jest.preset.cjs' };
