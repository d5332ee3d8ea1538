import { access, readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageOf } from './message-of.js';
import type { PackageManifest, PluginPackages } from './plugin-packages.js';

const OUR_OWN = /^@callstitch\//;

/** The packages of a site, which may be a package itself. */
export interface InstalledPackages extends PluginPackages {
  /** The site's own package.json; null when it has none. */
  manifestOfSite(): Promise<PackageManifest | null>;
}

/**
 * The packages that a site installed beside its configuration, as Node finds them from there; a folder may name itself.
 * Our own are also looked for from `builtInFrom`, the host's place unless said otherwise.
 */
export function installedPackages(siteFolder: string, { builtInFrom = import.meta.dirname } = {}): InstalledPackages {
  async function find(name: string): Promise<FoundPackage | null> {
    const found = await findFrom(siteFolder, name);
    return found ?? (OUR_OWN.test(name) ? await findFrom(builtInFrom, name) : null);
  }

  return {
    manifestOfSite: () => readManifest(siteFolder),
    manifest: async (name) => (await find(name))?.manifest ?? null,
    async load(name) {
      const found = await find(name);
      if (found === null) throw new Error('is not installed');
      const entry = entryOf(name, found);
      try {
        return (await import(pathToFileURL(entry).href)) as Readonly<Record<string, unknown>>;
      } catch (error) {
        const [sentence = ''] = messageOf(error).split('\n');
        throw new Error(`could not be loaded: ${sentence}`, { cause: error });
      }
    },
  };
}

interface FoundPackage {
  readonly folder: string;
  readonly manifest: PackageManifest;
}

async function findFrom(place: string, name: string): Promise<FoundPackage | null> {
  const own = await readManifest(place);
  if (own?.name === name) return { folder: await realpath(place), manifest: own };
  for (const modules of createRequire(join(place, 'package.json')).resolve.paths(name) ?? []) {
    // As for Node: a place that cannot be entered, such as another user's home, holds nothing for us.
    if (!(await isReachable(modules))) continue;
    const manifest = await readManifest(join(modules, name));
    if (manifest !== null) return { folder: await realpath(join(modules, name)), manifest };
  }
  return null;
}

async function isReachable(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

/** Read from the file, because an `exports` map may hide package.json from `require`. */
async function readManifest(folder: string): Promise<PackageManifest | null> {
  let text: string;
  try {
    text = await readFile(join(folder, 'package.json'), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw new Error(`its package.json cannot be read: ${codeOf(error)}`, { cause: error });
  }
  try {
    return (JSON.parse(text) ?? {}) as PackageManifest;
  } catch (error) {
    throw new Error('its package.json is not JSON', { cause: error });
  }
}

/** The file that the package's `exports`, or its `main`, name. A package finds itself by its own name. */
function entryOf(name: string, { folder, manifest }: FoundPackage): string {
  const { resolve } = createRequire(join(folder, 'package.json'));
  try {
    return resolve(manifest.exports === undefined ? folder : name);
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw new Error(LACKING, { cause: error });
    const missing = /Cannot find module '([^']+)'/.exec(messageOf(error))?.[1] ?? folder;
    const file = relative(folder, missing) || (typeof manifest.main === 'string' ? manifest.main : 'index.js');
    throw new Error(`has no file ${file}: it is not built yet, or was published without it`, { cause: error });
  }
}

const LACKING =
  'its package.json lacks in "exports" what the host opens: { ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" } }';

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN';
}
