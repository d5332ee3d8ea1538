import process from 'node:process';
import { runService } from './run-service.js';

// The only file that knows the process.
await runService(process);
