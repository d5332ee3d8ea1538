export { kit } from './kit.js';
export type { KitRoom } from './kit.js';
export { loopbackRegistry } from './loopback-registry.js';
export { publishKit } from './publish-kit.js';
export type { PublishKitOptions } from './publish-kit.js';
export { startRegistry } from './start-registry.js';
export type { RegistryOptions, RunningRegistry } from './start-registry.js';
