const LONGEST_TAG = 128;

/** The words of a userfield: split on commas, trimmed, cut to 128 characters, empty ones dropped, each once. */
export function readTags(userfield: string): string[] {
  const words = userfield.split(',').map((word) => word.trim().slice(0, LONGEST_TAG).trim());
  return [...new Set(words)].filter((word) => word !== '');
}
