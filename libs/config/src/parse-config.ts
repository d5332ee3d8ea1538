import { CallstitchError } from '@callstitch/domain';
import { parseOptions } from '@callstitch/plugin-host';
import { parseDocument } from 'yaml';
import { Config } from './config.js';

/** The configuration that a text says; rejects with CONFIG_INVALID and all that is wrong with it. */
export async function parseConfig(text: string, name: string): Promise<Config> {
  const document = parseDocument(text);
  const [first] = document.errors;
  if (first !== undefined) throw invalid(name, [first.message.split('\n')[0] ?? first.message]);
  const parsed = await parseOptions(Config, document.toJS({ maxAliasCount: 100 }));
  if (parsed.options === null) throw invalid(name, parsed.complaints.map(inWordsOfTheFile));
  return parsed.options as Config;
}

function inWordsOfTheFile(complaint: string): string {
  return complaint
    .replace(/^options must be/, 'the file must be')
    .replace(/^options\./, '')
    .replace(/ is not an option$/, ' is not known here');
}

function invalid(name: string, complaints: readonly string[]): CallstitchError {
  return new CallstitchError('CONFIG_INVALID', [`${name} is not accepted:`, ...complaints.map((complaint) => `- ${complaint}`)].join('\n'));
}
