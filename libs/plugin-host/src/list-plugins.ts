import type { LoadedPlugins } from './load-plugins.js';

/** A tagger or retention policy that is in use. */
export interface ListedPlugin {
  readonly package: string;
  readonly version: string;
  readonly kind: 'tagger' | 'retention-policy';
  readonly name: string;
  readonly options: object;
}

/** What is in use, in the order of the configuration. */
export function listPlugins({ taggers, retentionPolicies }: LoadedPlugins): readonly ListedPlugin[] {
  return [
    ...taggers.map(({ tagger: _, ...facts }) => ({ ...facts, kind: 'tagger' as const })),
    ...retentionPolicies.map(({ policy: _, ...facts }) => ({ ...facts, kind: 'retention-policy' as const })),
  ];
}
