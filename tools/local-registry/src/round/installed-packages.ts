import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One package of a `node_modules`. */
export interface InstalledPackage {
  readonly folder: string;
  readonly manifest: { readonly name: string; readonly version: string };
}

/** The packages of a `node_modules` by their own names, which may have come under other names. A link is a room of the house, and no package. */
export async function installedPackages(modules: string): Promise<ReadonlyMap<string, readonly InstalledPackage[]>> {
  const folders = await foldersIn(modules);
  const scoped = await Promise.all(folders.filter(isScope).map((scope) => foldersIn(join(modules, scope), `${scope}/`)));
  const names = [...folders.filter((name) => !isScope(name) && !name.startsWith('.')), ...scoped.flat()];
  const found = await Promise.all(names.map((name) => packageIn(join(modules, name))));
  return Map.groupBy(found.flat(), ({ manifest }) => manifest.name);
}

const isScope = (name: string) => name.startsWith('@');

async function foldersIn(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => prefix + name);
}

async function packageIn(folder: string): Promise<InstalledPackage[]> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as InstalledPackage['manifest'];
    return typeof manifest.version === 'string' ? [{ folder, manifest }] : [];
  } catch {
    return [];
  }
}
