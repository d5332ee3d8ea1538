/** V8 copies shorter substrings anyway; longer ones are views that keep the whole text alive. */
const SHORTEST_VIEW = 13;

/** The same text as a string of its own instead of a view on a longer one. */
export function ownString(text: string): string {
  return text.length < SHORTEST_VIEW ? text : ` ${text}`.slice(1);
}
