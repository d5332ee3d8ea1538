import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from './plain-settings.js';

/** A worker of exports as a process of its own, until it is killed: `export-program.js URL RECORDINGS EXPORTS`. */
const [url = '', recordings = '', exportDirectory = ''] = process.argv.slice(2);

const callstitch = await openCallstitch(plainSettings(url, { recordings: [recordings], exportDirectory }));
await callstitch.exports.work({ atOnce: 1 });
