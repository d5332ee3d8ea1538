/** What both kinds of part are before they are trusted. */
export interface Part {
  readonly kind: string;
  readonly name: string;
  readonly options: unknown;
}

export type PartKind = 'tagger' | 'retention-policy';

/** What a person calls a kind of part. */
export function word(kind: PartKind, count = 1): string {
  return count === 1 ? kind.replace('-', ' ') : { tagger: 'taggers', 'retention-policy': 'retention policies' }[kind];
}

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MOST_NAME_CHARACTERS = 64;

const functionsOf: Readonly<
  Record<string, { readonly makes: string; readonly needs: readonly string[]; readonly mayHave: readonly string[] }>
> = {
  tagger: { makes: 'defineTagger()', needs: ['tag'], mayHave: ['prepare', 'options'] },
  'retention-policy': { makes: 'defineRetentionPolicy()', needs: [], mayHave: ['expires', 'holds', 'options'] },
};

/** What is wrong with a tagger or retention policy as its package exports it; null when nothing is. */
export function partFault(kind: PartKind, part: Part): string | null {
  const { makes, needs, mayHave } = functionsOf[kind]!;
  const has = (key: string) => (part as unknown as Record<string, unknown>)[key];
  const isRight =
    part.kind === kind &&
    needs.every((key) => typeof has(key) === 'function') &&
    mayHave.every((key) => has(key) === null || typeof has(key) === 'function');
  if (!isRight) return `was not made with ${makes}`;
  if (!KEBAB_CASE.test(part.name)) return 'its name is not in kebab-case';
  if (part.name.length > MOST_NAME_CHARACTERS) return `its name is longer than ${MOST_NAME_CHARACTERS} characters`;
  if (kind === 'retention-policy' && has('expires') === null && has('holds') === null) return 'neither expires nor holds anything';
  return null;
}
