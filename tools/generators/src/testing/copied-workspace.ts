import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

const PRODUCTS = new Set(['node_modules', 'dist', 'out-tsc', 'test-output', 'data', '.git', '.nx', 'samples']);
const SCOPE = '@callstitch';

/** A copy of a workspace that may be written to: its sources are copies, what it installed are links. */
export interface CopiedWorkspace {
  readonly folder: string;
  remove(): void;
}

export function copiedWorkspace(workspace: string): CopiedWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'callstitch-copy-'));
  for (const entry of readdirSync(workspace).filter((name) => !PRODUCTS.has(name))) {
    cpSync(join(workspace, entry), join(folder, entry), {
      recursive: true,
      filter: (path) => !PRODUCTS.has(path.split(sep).at(-1)!),
    });
  }
  const [installed, modules] = [join(workspace, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(modules);
  for (const name of readdirSync(installed).filter((one) => one !== SCOPE)) symlinkSync(join(installed, name), join(modules, name));
  // Links to rooms are relative: copied as they are, they lead to the copies.
  cpSync(join(installed, SCOPE), join(modules, SCOPE), { recursive: true, verbatimSymlinks: true });
  return {
    folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
