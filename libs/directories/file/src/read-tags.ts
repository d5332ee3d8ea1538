/** The most characters that a tag of a userfield may have. */
export const LONGEST_TAG = 128;

/** The words of a userfield: split on commas, trimmed, empty ones dropped, each once. */
export function readTags(userfield: string): string[] {
  return [...new Set(userfield.split(',').map((word) => word.trim()))].filter((word) => word !== '');
}
