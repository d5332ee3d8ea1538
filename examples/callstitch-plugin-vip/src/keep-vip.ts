import { defineRetentionPolicy, tagged } from '@callstitch/plugin-api';

/** Keeps calls that our own tagger called vip. */
export const keepVip = defineRetentionPolicy({
  name: 'keep-vip',
  holds: () => tagged('vip', 'vip'),
});
