import type { RetentionPolicy } from './retention-policy.js';
import type { Tagger } from './tagger.js';

/** What a plugin's package.json states as `callstitch.apiVersion`. Raised only when an old plugin would break. */
export const PLUGIN_API_VERSION = 1;

/** What a package offers; it exports one of these under the name `plugin`. */
export interface Plugin {
  readonly kind: 'callstitch-plugin';
  readonly taggers: readonly Tagger[];
  readonly retentionPolicies: readonly RetentionPolicy[];
}

/** What a package exports as `plugin`. */
export function definePlugin(parts: {
  readonly taggers?: readonly Tagger[];
  readonly retentionPolicies?: readonly RetentionPolicy[];
}): Plugin {
  return { kind: 'callstitch-plugin', taggers: parts.taggers ?? [], retentionPolicies: parts.retentionPolicies ?? [] };
}
