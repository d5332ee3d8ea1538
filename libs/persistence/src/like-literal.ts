const LIKE_SPECIAL = /[\\%_]/g;

/** A text as a pattern of `like` that means nothing but itself. */
export function likeLiteral(text: string): string {
  return text.replace(LIKE_SPECIAL, '\\$&');
}
