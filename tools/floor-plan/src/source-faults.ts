import { basename, dirname } from 'node:path';
import { importsOf, type Source } from './workspace.ts';

const MAX_LINES = 300;
const SAYS_NOTHING = /^(utils?|helpers?|common|types?|misc|interfaces?|constants?|managers?)$/;
const SAYS_NOTHING_AT_THE_END = /-(utils?|helpers?|misc|managers?)$/;
const SIGNED = /export (?:type )?\{[^}*]*\}(?: from '\.[^']+')?;/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** What is wrong with one file: too long, a name that says nothing, an index that signs for more than it names. */
export function sourceFaults({ path, text }: Source): string[] {
  const lines = text.split('\n').length - 1;
  return [
    ...(lines > MAX_LINES ? [`${path} has ${lines} lines; ${MAX_LINES} is the most`] : []),
    ...emptyNames(path).map((name) => `${path}: "${name}" says nothing about what is in it`),
    ...(basename(path) === 'index.ts' ? unsigned(text).map((line) => `${path} must be a signed list, not: ${line}`) : []),
    ...(importsOf(text).some((specifier) => /^\.{1,2}\/(.*\/)?index\.[jt]s$/.test(specifier))
      ? [`${path} imports an index from inside`]
      : []),
  ];
}

function emptyNames(path: string): string[] {
  const stems = [...dirname(path).split('/'), basename(path)].map((part) => part.split('.')[0] ?? '');
  return stems.filter((stem) => SAYS_NOTHING.test(stem) || SAYS_NOTHING_AT_THE_END.test(stem));
}

/** What is left of an index once its signed exports are taken away. */
function unsigned(text: string): string[] {
  return text
    .replace(COMMENT, '')
    .replace(SIGNED, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
