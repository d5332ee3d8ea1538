const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Leaves the numbers of a run beside the project, so that they can be summed even when Nx replays the run from its cache. */
module.exports = class Summary {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const folder = join(this.rootDir, 'test-output');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'summary.json'),
      `${JSON.stringify({ passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites })}\n`,
    );
  }
};
