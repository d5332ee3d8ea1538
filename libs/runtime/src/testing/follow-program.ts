import { instant } from '@callstitch/domain';
import { DEFAULT_LIVE } from '../live/live.js';
import { NO_SOURCES } from '../live/sources-settings.js';
import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from './plain-settings.js';

/** A process that follows a file until it is killed: `follow-program.js URL DATA FILE`. */
const [url = '', dataDirectory = '', file = ''] = process.argv.slice(2);

const callstitch = await openCallstitch(plainSettings(url, { dataDirectory, now: () => instant(Date.now() * 1_000) }));
const arrivals = await callstitch.live.openSources({ ...NO_SOURCES, follow: [file] });
callstitch.live.start(DEFAULT_LIVE, { arrivals });
