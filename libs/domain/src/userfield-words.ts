/** The most characters that a word of a userfield may have. */
export const LONGEST_WORD = 128;

/** The words of a user's userfield: split on commas, trimmed, empty ones dropped, each once. */
export function userfieldWords(userfield: string): readonly string[] {
  return [...new Set(userfield.split(',').map((word) => word.trim()))].filter((word) => word !== '');
}

/** The same, with words that are too long cut. */
export function cutUserfieldWords(userfield: string): readonly string[] {
  return [...new Set(userfieldWords(userfield).map((word) => word.slice(0, LONGEST_WORD).trim()))];
}
