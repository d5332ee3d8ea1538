const MOST_CHARACTERS = 128;
const CONTROL = /\p{Cc}/u;

/** The words of texts written by people: split on commas, trimmed, each once. What cannot be a tag is left out, so that it costs no other. */
export function freeWords(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => text.split(',')).map((word) => word.trim());
  return [...new Set(words)].filter((word) => word !== '' && word.length <= MOST_CHARACTERS && !CONTROL.test(word) && word.isWellFormed());
}
