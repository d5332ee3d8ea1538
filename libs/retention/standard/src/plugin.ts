import { definePlugin } from '@callstitch/plugin-api';
import { keepTagged } from './keep-tagged.js';
import { maxAge } from './max-age.js';

/** The retention policies that come with Callstitch; they stand where a stranger's stand. */
export const plugin = definePlugin({ retentionPolicies: [maxAge, keepTagged] });
