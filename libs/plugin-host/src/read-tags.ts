const MOST_CHARACTERS = 128;
const MOST_TAGS = 1_000;
const UNTOLD = /[,\u0000-\u001f\u007f-\u009f]/;

/** The tags that a tagger gave, trimmed and each once; a text says why they are rubbish, without repeating them: they may be numbers of persons. */
export function readTags(given: unknown): readonly string[] | string {
  if (isThenable(given)) {
    // Nobody will wait for it, so nobody may crash of it either.
    Promise.resolve(given).catch(() => undefined);
    return 'gave a Promise; only prepare may wait for something';
  }
  if (!Array.isArray(given)) return 'gave something else than a list of words';
  if (given.length > MOST_TAGS) return `gave more than ${MOST_TAGS} tags`;
  const tags: string[] = [];
  for (const tag of given as unknown[]) {
    if (typeof tag !== 'string') return 'gave a tag that is not a text';
    const word = tag.trim();
    if (word === '') return 'gave an empty tag';
    if (word.length > MOST_CHARACTERS && Array.from(word).length > MOST_CHARACTERS)
      return `gave a tag of more than ${MOST_CHARACTERS} characters`;
    if (word.includes(',')) return 'gave a tag with a comma';
    if (UNTOLD.test(word) || !word.isWellFormed()) return 'gave a tag with a control character';
    tags.push(word);
  }
  return [...new Set(tags)];
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
