export type { WazoDialectOptions } from './options.js';
export { speaksWazo } from './speaks-wazo.js';
export { wazoDialect } from './wazo-dialect.js';
export type { WazoDialect } from './wazo-dialect.js';
export { wazoRecord } from './wazo-record.js';
export type { WazoRecord } from './wazo-record.js';
