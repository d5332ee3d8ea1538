import type { CallLog } from './call-log.js';
import type { PluginHost } from './plugin-host.js';

/** A class whose properties carry class-validator's decorators; the host makes and checks its instance. */
export type OptionsClass<Options extends object> = new () => Options;

/** Puts words on calls. */
export interface TaggerDefinition<Options extends object, Data> {
  /** In kebab-case, unlike any other of this package. A tag belongs to its tagger: re-tagging replaces that tagger's tags and no one else's. */
  readonly name: string;
  /** Leave it out when there is nothing to set. */
  readonly options?: OptionsClass<Options>;
  /** The only place for I/O: runs once before a batch, and its result is handed to `tag`. */
  readonly prepare?: (options: Options, host: PluginHost) => Promise<Data>;
  /**
   * Pure: the same call, options and data give the same tags. Tags are words of at most 128 characters without a comma.
   * What throws, takes too long or gives something else costs this tagger's tags on this call, and is counted.
   */
  readonly tag: (call: CallLog, options: Options, data: Data) => readonly string[];
}

/** A tagger as the host takes it, whatever its options and data are. */
export interface Tagger {
  readonly kind: 'tagger';
  readonly name: string;
  readonly options: OptionsClass<object> | null;
  readonly prepare: ((options: object, host: PluginHost) => Promise<unknown>) | null;
  readonly tag: (call: CallLog, options: object, data: unknown) => readonly string[];
}

/**
 * Defines a tagger.
 *
 * @example
 * defineTagger({
 *   name: 'weekend',
 *   tag: ({ startedAt }) => ([0, 6].includes(startedAt.getUTCDay()) ? ['weekend'] : []),
 * });
 */
export function defineTagger<Options extends object = object, Data = undefined>(definition: TaggerDefinition<Options, Data>): Tagger {
  const { name, options = null, prepare = null, tag } = definition;
  // The host hands each tagger its own options and data.
  return { kind: 'tagger', name, options, prepare, tag } as unknown as Tagger;
}
