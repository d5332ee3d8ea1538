/** Who asks, as far as an access may speak of it. */
export interface Myself {
  readonly userUuid: string | null;
  readonly sessionUuid?: string | null;
}

/** Words that mean something else when they stand alone between two dots. */
type Words = Readonly<Record<string, readonly string[]>>;

/** A piece of a granted access: a text, any characters but `.` and `#`, or any characters at all. */
type Piece = { readonly one: readonly string[] } | 'star' | 'hash';

/**
 * Whether a list of granted accesses allows a required one, in wazo-auth's language: `*` is one word or a part of it,
 * `#` any number of words, a leading `!` denies whatever else is granted, and `me` is also the uuid of the token's user.
 * `call-logd.#` does not grant `call-logd` itself.
 */
export function accessGranted(acl: readonly string[], required: string, me: Myself): boolean {
  const words = reservedWords(me);
  const matching = (accesses: readonly string[]): boolean => accesses.some((access) => covers(piecesOf(access, words), required));
  const denied = acl.flatMap((access) => (access.startsWith('!') ? access.slice(1) : []));
  return !matching(denied) && matching(acl.filter((access) => !access.startsWith('!')));
}

function reservedWords({ userUuid, sessionUuid = null }: Myself): Words {
  const also = (word: string, meaning: string | null): readonly string[] => (meaning === null ? [word] : [word, meaning.toLowerCase()]);
  // `edit` is how `update` was called once; old policies still name it.
  return { me: also('me', userUuid), my_session: also('my_session', sessionUuid), edit: ['edit', 'update'] };
}

function piecesOf(access: string, words: Words): Piece[] {
  return access.split('.').flatMap((word, index) => {
    const dot: Piece[] = index === 0 ? [] : [{ one: ['.'] }];
    const meanings = Object.hasOwn(words, word) ? words[word] : undefined;
    return meanings === undefined ? [...dot, ...piecesOfWord(word)] : [...dot, { one: meanings }];
  });
}

function piecesOfWord(word: string): Piece[] {
  return word.split(/([*#])/).flatMap((part): Piece[] => {
    if (part === '*') return ['star'];
    if (part === '#') return ['hash'];
    return part === '' ? [] : [{ one: [part] }];
  });
}

/** Follows all ways at once: a regular expression of many `#` could take for ever on a long text. */
function covers(pieces: readonly Piece[], text: string): boolean {
  let ends = new Set([0]);
  for (const piece of pieces) {
    if (ends.size === 0) return false;
    ends = piece === 'star' || piece === 'hash' ? spread(ends, text, piece) : stepped(ends, text, piece.one);
  }
  return ends.has(text.length);
}

function stepped(starts: ReadonlySet<number>, text: string, choices: readonly string[]): Set<number> {
  return new Set(
    [...starts].flatMap((start) => choices.flatMap((choice) => (text.startsWith(choice, start) ? start + choice.length : []))),
  );
}

function spread(starts: ReadonlySet<number>, text: string, piece: 'star' | 'hash'): Set<number> {
  const ends = new Set<number>();
  let open = false;
  for (let at = 0; at <= text.length; at += 1) {
    open ||= starts.has(at);
    if (open) ends.add(at);
    if (piece === 'star' && '.#'.includes(text.charAt(at))) open = false;
  }
  return ends;
}
