import { readPluginChoices } from '@callstitch/config';
import type { ListedPlugin, LoadedPlugins } from '@callstitch/plugin-host';
import { describeFolder, installedPackages, listPlugins, loadPlugins, printDescription } from '@callstitch/plugin-host';

/** A tagger or retention policy in use. */
export type PluginInUse = ListedPlugin;

/** Loads the taggers and policies of the configuration; rejects with PLUGINS_REJECTED and all that is wrong with any of them. */
export async function loadConfigured(configFile: string | null): Promise<LoadedPlugins> {
  const { config, siteFolder } = await readPluginChoices(configFile);
  return loadPlugins(config, installedPackages(siteFolder, { builtInFrom: import.meta.dirname }));
}

/** What is in use, in the order of the configuration. */
export async function pluginsInUse(configFile: string | null): Promise<readonly PluginInUse[]> {
  return listPlugins(await loadConfigured(configFile));
}

/** What the host says of the plugin in an author's folder, for people, and whether it would take it. */
export async function judgePlugin(folder: string): Promise<{ readonly verdict: string; readonly isRight: boolean }> {
  const description = await describeFolder(folder);
  return { verdict: printDescription(description), isRight: description.complaints.length === 0 };
}
