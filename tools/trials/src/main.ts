import process from 'node:process';
import { printTrial } from './command/print-trial.js';
import { readSettings } from './command/settings.js';
import { USAGE } from './command/usage.js';
import { runTrial } from './run-trial.js';
import { openGround } from './stage/ground.js';

const settings = readSettings(process.argv.slice(2));

if (settings.kind === 'help') {
  process.stdout.write(USAGE);
} else if (settings.kind === 'wrong') {
  process.stderr.write(`${settings.sentence}; see --help.\n`);
  process.exitCode = 2;
} else {
  const ground = await openGround();
  for (const { trial, options } of settings.asked) {
    const result = await runTrial(trial, options, ground);
    process.stdout.write(`${settings.json ? JSON.stringify(result) : printTrial(result)}\n`);
    if ('faults' in result && result.faults.length > 0) process.exitCode = 1;
  }
  await ground.close();
}
