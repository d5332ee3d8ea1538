export { asteriskDialect } from './asterisk-dialect.js';
export type { AsteriskDialect } from './asterisk-dialect.js';
export { dialplanPattern } from './dialplan-pattern.js';
export type { AsteriskDialectOptions, LineDirectory } from './options.js';
