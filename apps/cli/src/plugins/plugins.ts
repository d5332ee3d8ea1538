import type { PluginInUse } from '@callstitch/runtime';
import { judgePlugin, pluginsInUse } from '@callstitch/runtime';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText } from '../json-array.js';
import type { Terminal } from '../terminal.js';

/** Shows the taggers and retention policies in use. */
export async function listPlugins({ json = false }: { readonly json?: boolean }, { settings, out }: Terminal): Promise<ExitCode> {
  const inUse = await pluginsInUse((await settings()).configFile);
  await out.write(json ? `${jsonText(inUse)}\n` : `${table(inUse).join('\n')}\n`);
  return EXIT.fine;
}

/** Asks the host about the plugin in a folder, or about all in use: then silence would have been an error. */
export async function checkPlugins(folder: string | null, { settings, out }: Terminal): Promise<ExitCode> {
  if (folder === null) {
    const inUse = await pluginsInUse((await settings()).configFile);
    await out.write(`${table(inUse).join('\n')}\nThe host takes all of them.\n`);
    return EXIT.fine;
  }
  const { verdict, isRight } = await judgePlugin(folder);
  await out.write(verdict);
  return isRight ? EXIT.fine : EXIT.unusableFile;
}

function table(plugins: readonly PluginInUse[]): string[] {
  if (plugins.length === 0) return ['No taggers and no retention policies are in use.'];
  return columns([
    ['KIND', 'NAME', 'PACKAGE', 'VERSION', 'OPTIONS'],
    ...plugins.map(({ kind, name, package: from, version, options }) => [
      kind.replace('-', ' '),
      name,
      cleanText(from),
      cleanText(version),
      cleanText(Object.keys(options).length === 0 ? '-' : jsonText(options)),
    ]),
  ]);
}
