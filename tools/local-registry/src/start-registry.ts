import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from 'verdaccio';
import { registrySettings } from './registry-settings.js';

/** A registry that runs. */
export interface RunningRegistry {
  readonly url: string;
  /** Ends it and forgets all that was published. */
  stop(): Promise<void>;
}

export interface RegistryOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly upstream: string;
}

/** Starts a registry that only this machine can reach. What it holds is in a temporary folder and ends with it. */
export async function startRegistry({ port, upstream }: RegistryOptions): Promise<RunningRegistry> {
  const storage = await mkdtemp(join(tmpdir(), 'callstitch-registry-'));
  try {
    const server = (await runServer(registrySettings({ storage, upstream }))) as Server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      async stop() {
        await new Promise<unknown>((resolve) => {
          server.close(resolve);
          server.closeAllConnections();
        });
        await rm(storage, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(storage, { recursive: true, force: true });
    throw error;
  }
}
