/** A kind of part that a plugin may bring. */
export type PartKind = 'tagger' | 'retention-policy';

/** What a person calls a kind. */
export const wordFor: Readonly<Record<PartKind, string>> = { tagger: 'tagger', 'retention-policy': 'retention policy' };

/** Under which key of `definePlugin` the parts of a kind stand. */
export const listOf: Readonly<Record<PartKind, string>> = { tagger: 'taggers', 'retention-policy': 'retentionPolicies' };
