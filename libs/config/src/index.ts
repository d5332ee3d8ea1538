export type { Config } from './config.js';
export type { Environment } from './environment.js';
export { LISTEN } from './listen.js';
export type { MailConfig } from './mail-config.js';
export { MAILBOX } from './mailbox.js';
export { readConfig, readPluginChoices } from './read-config.js';
export type { Configured } from './read-config.js';
export type { AmiSourceConfig, SourcesConfig } from './sources-config.js';
