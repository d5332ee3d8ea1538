#!/usr/bin/env node
import { runPluginHost } from '../dist/index.js';

const { exitCode, output } = await runPluginHost(process.argv.slice(2));
(exitCode === 0 ? process.stdout : process.stderr).write(output);
process.exitCode = exitCode;
