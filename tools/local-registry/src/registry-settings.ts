import { join } from 'node:path';

/** Where a registry keeps packages, and whom it asks for those that are not ours. */
export interface RegistryPlace {
  readonly storage: string;
  /** The registry that npm is configured with. */
  readonly upstream: string;
}

/** Everybody on this machine may publish; the token that npm insists on is not looked at. */
const local = { access: '$all', publish: '$all', unpublish: '$all' };

/** Verdaccio's settings. What is ours, and what a plugin author publishes, is never asked of another registry. */
export function registrySettings({ storage, upstream }: RegistryPlace): Record<string, unknown> {
  return {
    storage,
    self_path: storage,
    auth: { htpasswd: { file: join(storage, 'htpasswd'), max_users: -1 } },
    uplinks: { upstream: { url: upstream, cache: true, timeout: '30s', maxage: '1h' } },
    packages: {
      '@callstitch/*': local,
      'callstitch-plugin-*': local,
      '**': { access: '$all', proxy: 'upstream' },
    },
    max_body_size: '50mb',
    web: { enable: false },
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  };
}
