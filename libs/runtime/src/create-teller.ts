import { createHash } from 'node:crypto';
import type { Dialect, Narrator } from '@callstitch/application';
import { speaksWazo } from '@callstitch/dialect-wazo';
import type { Cel } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { prepareTaggers } from '@callstitch/plugin-host';
import type { TaggerRun } from '@callstitch/plugin-host';
import { AUTO, checkDialectName, dialectByName } from './dialect-by-name.js';
import type { DirectoryPlace } from './open-directory.js';
import { openDirectory } from './open-directory.js';
import { loadConfigured } from './plugins-in-use.js';
import type { Samples } from './samples.js';
import { forSamples, openSamples } from './samples.js';

/** Raised when the rules tell some calls otherwise, so that refused ones are tried again. */
export const TELLING_VERSION = 2;

export interface TellerOptions extends DirectoryPlace {
  /** `asterisk`, `wazo`, or `auto` to recognise it by the rows. */
  readonly dialect: string;
  readonly trunks: readonly string[];
  readonly internal: readonly string[];
  /** Whose the calls are that neither an event nor the directory places. */
  readonly serviceTenantUuid: string | null;
  /** A configuration file; null for `callstitch.yml`, if it is there. */
  readonly configFile: string | null;
  /** Calls that their own directory is asked about, and nobody else's; it is not asked where another one is named. */
  readonly samples?: Samples | null;
}

export interface NamedNarrator extends Narrator {
  readonly tagger: TaggerRun;
  /** The dialect with its version and a digest of its options, the directory's content included: same name, same telling. */
  readonly name: string;
}

/** Some of the taggers in use, ready to tag. */
export interface ChosenTaggers {
  readonly tagger: TaggerRun;
  readonly names: ReadonlySet<string>;
}

/** Who tells calls. */
export interface Teller {
  /** The taggers of some names, all of them for null; a name that no tagger in use has is an ARGUMENT_INVALID. */
  taggers(names: readonly string[] | null): Promise<ChosenTaggers>;
  /** The one for one run, with the directory as it is now; `sample` is asked for rows only if they decide on the dialect. */
  narrator(sample: () => Promise<readonly Cel[]>): Promise<NamedNarrator>;
}

/** Connects directory and dialect; rejects with a CallstitchError when one of them cannot be used. */
export async function createTeller({
  dialect,
  trunks,
  internal,
  serviceTenantUuid,
  configFile,
  samples: asked = null,
  ...place
}: TellerOptions): Promise<Teller> {
  checkDialectName(dialect);
  const { taggers } = await loadConfigured(configFile);
  const directory = await openDirectory(place);
  const samples = asked === null || directory !== null ? null : await openSamples(asked);
  const options = { trunks, internal, directory: directory?.directory ?? null, serviceTenantUuid };
  const dialectOf = (name: string): Dialect => {
    const others = dialectByName(name, options);
    return samples === null ? others : forSamples(samples, dialectByName(name, { ...options, directory: samples.directory }), others);
  };
  // Complains of patterns now rather than in the middle of a run.
  dialectByName('asterisk', options);
  return {
    async taggers(names) {
      const chosen = taggers.filter(({ name }) => names === null || names.includes(name));
      const known = new Set(taggers.map(({ name }) => name));
      const unknown = names?.find((name) => !known.has(name));
      if (unknown !== undefined) {
        const inUse = known.size === 0 ? 'none is' : `${[...known].join(', ')} ${known.size === 1 ? 'is' : 'are'}`;
        throw new CallstitchError('ARGUMENT_INVALID', `No tagger "${unknown}" is in use; ${inUse}.`);
      }
      return { tagger: await prepareTaggers(chosen, SILENT_HOST), names: new Set(chosen.map(({ name }) => name)) };
    },
    async narrator(sample) {
      await directory?.refresh();
      const name = dialect !== AUTO ? dialect : speaksWazo(await sample()) ? 'wazo' : 'asterisk';
      const content = {
        trunks,
        internal,
        serviceTenantUuid,
        directory: directory?.version ?? samples?.version ?? null,
        taggers: taggers.map(({ tagger: _, ...facts }) => facts),
      };
      const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
      const tagger = await prepareTaggers(taggers, SILENT_HOST);
      return { dialect: dialectOf(name), directory, tagger, name: `${name} ${TELLING_VERSION} ${digest}` };
    },
  };
}

/** A command says what went wrong in its summary; it keeps no log. */
const SILENT_HOST = { log: { info: () => undefined, warn: () => undefined } };
