import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataDirectory } from './data-directory.ts';
import { refuseOldNode } from './refuse-old-node.ts';

/** How a keeper ends that found another one at work. */
export const KEPT_BY_ANOTHER = 75;

/** A keeper that we started, and what became of it. */
export interface StartedKeeper {
  /** Null while it runs; else whether it gave way to another, with its complaint when it did not. */
  end(): { readonly gaveWay: boolean; readonly complaint: string } | null;
  /** Lets go of it: it lives on without us. */
  release(): void;
}

/** Starts the keeper of a data directory as a process of its own, which outlives us. In another's directory root starts it as that other. */
export function startKeeper({ path }: DataDirectory, temporary: boolean): StartedKeeper {
  refuseOldNode(process.version);
  const here = fileURLToPath(import.meta.url);
  const program = fileURLToPath(new URL(`./postgres-keeper${extname(here)}`, import.meta.url));
  const { uid, gid } = statSync(path);
  const child = spawn(process.execPath, [program, temporary ? 'temporary' : 'lasting'], {
    cwd: path,
    detached: true,
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'] },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(process.getuid?.() === 0 && uid !== 0 ? { uid, gid } : {}),
  });
  let end: { gaveWay: boolean; complaint: string } | null = null;
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said = `${said}${chunk}`.slice(-2_000)));
  child.once('error', (error) => (end = { gaveWay: false, complaint: String(error) }));
  child.once('close', (code) => (end ??= { gaveWay: code === KEPT_BY_ANOTHER || code === 0, complaint: said.trim() }));
  child.unref();
  (child.stderr as Readable & { unref?: () => void }).unref?.();
  return {
    end: () => end,
    release: () => child.stderr.destroy(),
  };
}
