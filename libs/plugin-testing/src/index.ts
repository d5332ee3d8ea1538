export { aCallLog, participant } from './a-call-log.js';
export type { ChangedCallLog } from './a-call-log.js';
export { checkRetentionPolicy } from './check-retention-policy.js';
export type { RetentionCase } from './check-retention-policy.js';
export { checkTagger } from './check-tagger.js';
export type { TaggerCase, TaggerPromises } from './check-tagger.js';
