import { readConfig } from '@callstitch/config';
import type { ListedPlugin, LoadedPlugins } from '@callstitch/plugin-host';
import { installedPackages, listPlugins, loadPlugins } from '@callstitch/plugin-host';

/** Loads the taggers and policies of the configuration; rejects with PLUGINS_REJECTED and all that is wrong with any of them. */
export async function loadConfigured(configFile: string | null): Promise<LoadedPlugins> {
  const { config, siteFolder } = await readConfig(configFile);
  return loadPlugins(config, installedPackages(siteFolder, { builtInFrom: import.meta.dirname }));
}

/** What is in use, in the order of the configuration. */
export async function pluginsInUse(configFile: string | null): Promise<readonly ListedPlugin[]> {
  return listPlugins(await loadConfigured(configFile));
}
