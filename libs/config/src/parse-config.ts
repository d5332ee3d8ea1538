import { dirname } from 'node:path';
import { CallstitchError } from '@callstitch/domain';
import { parseOptions } from '@callstitch/plugin-host';
import { parseDocument } from 'yaml';
import type { OptionsClass } from '@callstitch/plugin-api';
import { Config } from './config.js';
import type { Environment } from './environment.js';
import { saidByEnvironment, variableOf } from './environment.js';
import { PluginsInUse } from './plugin-choices.js';
import { isMapping, saidTogether, secretsIn, withWholePaths } from './said-together.js';

/**
 * The configuration that a file's text and an environment say together, the environment first. Rejects with all that is wrong
 * with either: CONFIG_INVALID, or ARGUMENT_INVALID when it is the environment alone.
 */
export async function parseConfig(text: string, path: string, environment: Environment): Promise<Config> {
  const plain = plainOf(text, path);
  const said = saidByEnvironment(environment);
  const file = isMapping(plain) ? withWholePaths(plain, dirname(path)) : {};
  const { options, complaints } = await complaintsOf(Config, isMapping(plain) ? saidTogether(file, said) : plain);
  const all = [...secretsIn(file), ...complaints];
  if (options !== null && all.length === 0) return options;
  // What the file does not say is known by the name that the environment has for it.
  const known = (key: string): boolean => said.has(key) || text.trim() === '';
  const ofEnvironment = all.map((complaint) => inWordsOfTheEnvironment(complaint, known));
  throw invalid(
    path,
    all.filter((_, index) => ofEnvironment[index] === null),
    ofEnvironment.filter((complaint) => complaint !== null),
  );
}

/** What a file's text says of taggers and policies; the rest is left to `parseConfig`. */
export async function parsePluginChoices(text: string, path: string): Promise<PluginsInUse> {
  const plain = plainOf(text, path);
  const choices = isMapping(plain) ? Object.entries(plain).filter(([key]) => ['taggers', 'retentionPolicies'].includes(key)) : null;
  const { options, complaints } = await complaintsOf(PluginsInUse, choices === null ? plain : Object.fromEntries(choices));
  if (options !== null) return options;
  throw invalid(path, complaints, []);
}

function plainOf(text: string, path: string): unknown {
  const document = parseDocument(text);
  const [first] = document.errors;
  if (first !== undefined) throw invalid(path, [first.message.split('\n')[0] ?? first.message], []);
  return document.toJS({ maxAliasCount: 100 }) ?? {};
}

async function complaintsOf<Options extends object>(type: OptionsClass<Options>, plain: unknown) {
  const { options, complaints } = await parseOptions(type, plain);
  return { options: options as Options | null, complaints: (complaints as readonly string[]).map(inWordsOfTheFile) };
}

function inWordsOfTheFile(complaint: string): string {
  return complaint
    .replace(/^options must be/, 'the file must be')
    .replace(/^options\./, '')
    .replace(/ is not an option$/, ' is not known here');
}

function inWordsOfTheEnvironment(complaint: string, known: (key: string) => boolean): string | null {
  const key = /^[\w.]+/.exec(complaint)?.[0] ?? '';
  const variable = variableOf(key);
  return variable === null || !known(key) ? null : `${variable}${complaint.slice(key.length)}`;
}

function invalid(path: string, ofFile: readonly string[], ofEnvironment: readonly string[]): CallstitchError {
  const [only, ...more] = ofEnvironment;
  if (ofFile.length === 0 && only !== undefined && more.length === 0) return new CallstitchError('ARGUMENT_INVALID', `${only}.`);
  const said = (title: string, complaints: readonly string[]): string[] =>
    complaints.length === 0 ? [] : [title, ...complaints.map((complaint) => `- ${complaint}`)];
  const sentences = [...said(`${path} is not accepted:`, ofFile), ...said('The environment is not accepted:', ofEnvironment)];
  return new CallstitchError(ofFile.length === 0 ? 'ARGUMENT_INVALID' : 'CONFIG_INVALID', sentences.join('\n'));
}
