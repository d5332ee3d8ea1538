/**
 * What holds while the configuration does not say otherwise: the words of a user's userfield are tags, and what a Wazo removes
 * goes here too (contract: the factory values of its retention).
 */
export const DEFAULTS = {
  taggers: [{ package: '@callstitch/tagger-userfield', tagger: 'userfield' }],
  retentionPolicies: [
    {
      package: '@callstitch/standard-retention',
      policy: 'max-age',
      options: { callLogDays: 365, recordingDays: 365, exportDays: 2 },
    },
  ],
};
