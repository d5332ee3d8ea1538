export { retentionPolicyGenerator, taggerGenerator } from './generators.ts';
export type { GeneratorOptions } from './generators.ts';
