import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './find-binaries.ts';

/** Copies the binaries into `place`, readable for everybody, once per version; a copy that was cut short is made again. */
export function copySoftware({ native, version }: Binaries, place: string): string {
  const copy = join(place, version);
  if (existsSync(copy)) return copy;
  for (const name of readdirSync(place)) if (name !== 'lib') rmSync(join(place, name), { recursive: true, force: true });
  const unfinished = `${copy}.unfinished`;
  copyTree(native, unfinished);
  renameSync(unfinished, copy);
  return copy;
}

/** Not cpSync: an install under a strict umask leaves modes that the account cannot read, and the static libraries are not needed. */
function copyTree(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
      chmodSync(target, (statSync(source).mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}
