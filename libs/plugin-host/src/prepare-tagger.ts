import type { PluginHost } from '@callstitch/plugin-api';
import type { LoadedTagger } from './load-plugins.js';
import { thrownWhere } from './thrown-where.js';
import type { TroubleCount } from './tagger-troubles.js';

/** A tagger with what its `prepare` found. */
export interface ReadyTagger extends LoadedTagger {
  readonly data: unknown;
}

/** Runs a tagger's `prepare`. One that fails or never comes back is counted, and gives no tags in this run. */
export async function prepareTagger(
  loaded: LoadedTagger,
  host: PluginHost,
  troubles: TroubleCount,
  mostSeconds: number,
): Promise<ReadyTagger | null> {
  const { tagger, name, options } = loaded;
  if (tagger.prepare === null) return { ...loaded, data: undefined };
  const late = Symbol('late');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<typeof late>((resolve) => (timer = setTimeout(() => resolve(late), mostSeconds * 1_000)));
  try {
    const data = await Promise.race([tagger.prepare(options, host), waited]);
    if (data !== late) return { ...loaded, data };
    troubles.add(name, 'slow', `prepare took longer than ${mostSeconds} s`, { leftOut: true });
  } catch (error) {
    troubles.add(name, 'thrown', `prepare threw ${thrownWhere(error)}`, { leftOut: true });
  } finally {
    clearTimeout(timer);
  }
  return null;
}
