import process from 'node:process';
import { runCommand } from './run-command.js';
import { runProcess } from './run-process.js';

// This file and its sister for `wazo-call-logs` are the only ones that know the process: everything else is handed what it needs.

await runProcess(process, runCommand);
