/** Control characters, line separators and what turns the direction of writing: a name with these could paint over the screen. */
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const REPLACEMENT = '\uFFFD';

/** Text from a call or a file as it may be shown: each unsafe character is replaced by one that is seen. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(UNSAFE, REPLACEMENT);
}
