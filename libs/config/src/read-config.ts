import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CallstitchError } from '@callstitch/domain';
import type { PluginChoices } from '@callstitch/plugin-host';
import type { Config } from './config.js';
import { DEFAULTS } from './defaults.js';
import type { Environment } from './environment.js';

/** A configuration with the folder whose packages it speaks of. */
export interface Configured<Said = Config> {
  readonly config: Said;
  /** Plugins are looked for from here: beside the file. */
  readonly siteFolder: string;
}

/** Where it is looked for when no file is named; it need not be there. */
export const DEFAULT_CONFIG_FILE = 'callstitch.yml';

/**
 * Reads the configuration file, with what the environment says over it. Rejects with CONFIG_INVALID and a sentence for each
 * mistake, all at once; a file that was named must be there.
 */
export async function readConfig(file: string | null, environment: Environment): Promise<Configured> {
  const path = resolve(file ?? DEFAULT_CONFIG_FILE);
  // Loaded here, so that who asks nothing of it does not wait for it.
  const [text, { parseConfig }] = await Promise.all([textOf(path, { named: file !== null }), import('./parse-config.js')]);
  return { config: await parseConfig(text, path, environment), siteFolder: dirname(path) };
}

/** What the configuration file says of plugins alone. */
export async function readPluginChoices(file: string | null): Promise<Configured<Required<PluginChoices>>> {
  const path = resolve(file ?? DEFAULT_CONFIG_FILE);
  const text = await textOf(path, { named: file !== null });
  const siteFolder = dirname(path);
  if (text.trim() === '') return { config: DEFAULTS, siteFolder };
  const { parsePluginChoices } = await import('./parse-config.js');
  return { config: await parsePluginChoices(text, path), siteFolder };
}

async function textOf(path: string, { named }: { readonly named: boolean }): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT' && !named) return '';
    const why = code === 'ENOENT' ? 'does not exist; check the path' : `cannot be read (${code})`;
    throw new CallstitchError('CONFIG_INVALID', `The configuration file ${path} ${why}.`, { cause: error });
  }
}
