import { instant } from '@callstitch/domain';
import type { AnnounceSettings } from '../announce/announce-settings.js';
import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from './plain-settings.js';

/** A process that announces until it is killed: `announce-program.js URL SETTINGS`, the settings as JSON. */
const [url = '', settings = ''] = process.argv.slice(2);

const callstitch = await openCallstitch(plainSettings(url, { now: () => instant(Date.now() * 1_000) }));
await callstitch.announcing.start(JSON.parse(settings) as AnnounceSettings);
