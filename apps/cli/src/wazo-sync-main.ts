import process from 'node:process';
import { runProcess } from './run-process.js';
import { runWazoSync } from './wazo/run-wazo-sync.js';

await runProcess(process, runWazoSync);
