import { identifierOf } from './identifier-of.ts';

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MOST_CHARACTERS = 64;

/** Words that the code around a part needs for something else. */
const NEEDED = new Set([
  ...['defineTagger', 'defineRetentionPolicy', 'definePlugin', 'tagged', 'plugin', 'index'],
  ...['aCallLog', 'checkTagger', 'checkRetentionPolicy', 'test', 'expect', 'describe', 'jest'],
]);

/** Words that no module may declare. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static super switch ' +
    'this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** Why a part cannot have a name, whatever is there already; null when it can. */
export function nameFault(name: string): string | null {
  if (!KEBAB_CASE.test(name)) return `"${name}" is not in kebab-case; write it like night-call`;
  if (name.length > MOST_CHARACTERS) return `"${name}" is longer than ${MOST_CHARACTERS} characters`;
  if (NEEDED.has(identifierOf(name))) return `"${name}" has another meaning in the code of a plugin`;
  if (RESERVED.has(identifierOf(name))) return `"${name}" is a word of JavaScript itself`;
  return null;
}
