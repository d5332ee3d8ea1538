export {
  endedBefore,
  every,
  not,
  ofDirection,
  ofStatus,
  ofTenant,
  some,
  startedBefore,
  tagged,
  talkedFor,
} from './call-filter.js';
export type { CallFilter } from './call-filter.js';
export type { CallLog, Participant } from './call-log.js';
export { Nested, nestedOptions } from './nested.js';
export type { NestedOption } from './nested.js';
export { PLUGIN_API_VERSION, definePlugin } from './plugin.js';
export type { Plugin } from './plugin.js';
export type { PluginHost } from './plugin-host.js';
export { defineRetentionPolicy } from './retention-policy.js';
export type { Expiry, RetentionPolicy, RetentionPolicyDefinition } from './retention-policy.js';
export { defineTagger } from './tagger.js';
export type { OptionsClass, Tagger, TaggerDefinition } from './tagger.js';
