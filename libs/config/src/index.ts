export { DEFAULT_CONFIG_FILE, readConfig } from './read-config.js';
export type { Configured } from './read-config.js';
