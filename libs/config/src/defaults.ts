/** What holds without a configuration: the words of a user's userfield are tags, and nothing expires. */
export const DEFAULTS = {
  taggers: [{ package: '@callstitch/tagger-userfield', tagger: 'userfield' }],
  retentionPolicies: [] as const,
};
