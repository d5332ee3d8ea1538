import type { CallLog as DomainCallLog, CallTag } from '@callstitch/domain';
import type { CallLog, PluginHost } from '@callstitch/plugin-api';
import type { LoadedTagger } from './load-plugins.js';
import { prepareTagger, type ReadyTagger } from './prepare-tagger.js';
import { readTags } from './read-tags.js';
import { shownCall } from './shown-call.js';
import { TroubleCount, type TaggerTroubles } from './tagger-troubles.js';
import { thrownWhere } from './thrown-where.js';

export interface TaggerLimits {
  /** The most that a tagger may take for one call; over it, its tags on this call are lost. */
  readonly mostMilliseconds?: number;
  /** So many slow calls one after another, and the tagger is left out for the rest of the run. */
  readonly mostSlowInARow?: number;
  readonly mostPrepareSeconds?: number;
  /** Milliseconds on a clock that only goes forward. */
  readonly clock?: () => number;
}

/** Taggers that are ready for a batch of calls. */
export interface TaggerRun {
  /** The tags of all taggers on one call, in the order of the taggers. Never throws. */
  tag(callLog: DomainCallLog): readonly CallTag[];
  /** What went wrong so far, by tagger; one that had no trouble is not in it. */
  readonly troubles: ReadonlyMap<string, TaggerTroubles>;
}

/**
 * Lets every tagger prepare, all at the same time, and gives the run that tags calls. A tagger that throws, is slow or gives rubbish
 * costs only its own tags on that call. One that never returns from `tag` stops the program: JavaScript cannot interrupt it.
 */
export async function prepareTaggers(loaded: readonly LoadedTagger[], host: PluginHost, limits: TaggerLimits = {}): Promise<TaggerRun> {
  const { mostMilliseconds = 50, mostSlowInARow = 20, mostPrepareSeconds = 60, clock = () => performance.now() } = limits;
  const troubles = new TroubleCount();
  const prepared = await Promise.all(loaded.map((one) => prepareTagger(one, host, troubles, mostPrepareSeconds)));
  let running = prepared.filter((one) => one !== null);
  const slowInARow = new Map<ReadyTagger, number>();

  function isSlow(ready: ReadyTagger, milliseconds: number): boolean {
    const slow = milliseconds > mostMilliseconds ? (slowInARow.get(ready) ?? 0) + 1 : 0;
    slowInARow.set(ready, slow);
    if (slow === 0) return false;
    const leftOut = slow >= mostSlowInARow;
    const reason = `took ${Math.round(milliseconds)} ms, where ${mostMilliseconds} are allowed${leftOut ? `, ${slow} times in a row` : ''}`;
    troubles.add(ready.name, 'slow', reason, { leftOut });
    if (leftOut) running = running.filter((one) => one !== ready);
    return true;
  }

  function tagsOf(ready: ReadyTagger, call: CallLog): readonly CallTag[] {
    const { tagger, name, options, data } = ready;
    const begin = clock();
    let tags: readonly string[] | string;
    try {
      const given: unknown = tagger.tag(call, options, data);
      if (isSlow(ready, clock() - begin)) return [];
      tags = readTags(given);
    } catch (error) {
      troubles.add(name, 'thrown', `threw ${thrownWhere(error)}`);
      return [];
    }
    if (typeof tags !== 'string') return tags.map((tag) => ({ tag, tagger: name }));
    troubles.add(name, 'rubbish', tags);
    return [];
  }

  return {
    troubles: troubles.byTagger,
    tag(callLog) {
      if (running.length === 0) return [];
      const call = shownCall(callLog);
      return eachOnce(running.flatMap((ready) => tagsOf(ready, call)));
    },
  };
}

/** One tagger may stand in a run twice, with two configurations. */
function eachOnce(tags: readonly CallTag[]): readonly CallTag[] {
  return tags.filter(({ tag, tagger }, at) => tags.findIndex((one) => one.tag === tag && one.tagger === tagger) === at);
}
