import process from 'node:process';
import { runProcess } from './run-process.js';
import { runWazoCommand } from './wazo/run-wazo-command.js';

await runProcess(process, runWazoCommand);
