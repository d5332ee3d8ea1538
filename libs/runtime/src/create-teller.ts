import { createHash } from 'node:crypto';
import type { Narrator } from '@callstitch/application';
import { speaksWazo } from '@callstitch/dialect-wazo';
import type { Cel } from '@callstitch/domain';
import { AUTO, checkDialectName, dialectByName } from './dialect-by-name.js';
import type { DirectoryPlace } from './open-directory.js';
import { openDirectory } from './open-directory.js';

/** Raised when the rules tell some calls otherwise, so that refused ones are tried again. */
export const TELLING_VERSION = 2;

export interface TellerOptions extends DirectoryPlace {
  /** `asterisk`, `wazo`, or `auto` to recognise it by the rows. */
  readonly dialect: string;
  readonly trunks: readonly string[];
  readonly internal: readonly string[];
  /** Whose the calls are that neither an event nor the directory places. */
  readonly serviceTenantUuid: string | null;
}

export interface NamedNarrator extends Narrator {
  /** The dialect with its version and a digest of its options, the directory's content included: same name, same telling. */
  readonly name: string;
}

/** Who tells calls. */
export interface Teller {
  /** The one for one run, with the directory as it is now; `sample` is asked for rows only if they decide on the dialect. */
  narrator(sample: () => Promise<readonly Cel[]>): Promise<NamedNarrator>;
}

/** Connects directory and dialect; rejects with a CallstitchError when one of them cannot be used. */
export async function createTeller({ dialect, trunks, internal, serviceTenantUuid, ...place }: TellerOptions): Promise<Teller> {
  checkDialectName(dialect);
  const directory = await openDirectory(place);
  const options = { trunks, internal, directory: directory?.directory ?? null, serviceTenantUuid };
  // Complains of patterns now rather than in the middle of a run.
  dialectByName('asterisk', options);
  return {
    async narrator(sample) {
      await directory?.refresh();
      const name = dialect !== AUTO ? dialect : speaksWazo(await sample()) ? 'wazo' : 'asterisk';
      const content = { trunks, internal, serviceTenantUuid, directory: directory?.version ?? null };
      const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
      return { dialect: dialectByName(name, options), directory, name: `${name} ${TELLING_VERSION} ${digest}` };
    },
  };
}
