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
  /**
   * The tags of all taggers on one call, in the order of the taggers. Never throws. `onSilent` hears which tagger gave no
   * answer for this call: that is another thing than an answer without tags.
   */
  tag(callLog: DomainCallLog, onSilent?: (tagger: string) => void): readonly CallTag[];
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
  const leftOut = new Set(loaded.filter((_one, at) => prepared[at] === null).map(({ name }) => name));
  const slowInARow = new Map<ReadyTagger, number>();

  function isSlow(ready: ReadyTagger, milliseconds: number): boolean {
    const slow = milliseconds > mostMilliseconds ? (slowInARow.get(ready) ?? 0) + 1 : 0;
    slowInARow.set(ready, slow);
    if (slow === 0) return false;
    const isLeftOut = slow >= mostSlowInARow;
    const reason = `took ${Math.round(milliseconds)} ms, where ${mostMilliseconds} are allowed${isLeftOut ? `, ${slow} times in a row` : ''}`;
    troubles.add(ready.name, 'slow', reason, { leftOut: isLeftOut });
    if (isLeftOut) {
      running = running.filter((one) => one !== ready);
      leftOut.add(ready.name);
    }
    return true;
  }

  /** null when the tagger gave no answer that is one. */
  function tagsOf(ready: ReadyTagger, call: CallLog): readonly CallTag[] | null {
    const { tagger, name, options, data } = ready;
    const begin = clock();
    let tags: readonly string[] | string;
    try {
      const given: unknown = tagger.tag(call, options, data);
      if (isSlow(ready, clock() - begin)) return null;
      tags = readTags(given);
    } catch (error) {
      troubles.add(name, 'thrown', `threw ${thrownWhere(error)}`);
      return null;
    }
    if (typeof tags !== 'string') return tags.map((tag) => ({ tag, tagger: name }));
    troubles.add(name, 'rubbish', tags);
    return null;
  }

  return {
    troubles: troubles.byTagger,
    tag(callLog, onSilent = () => undefined) {
      for (const name of leftOut) onSilent(name);
      if (running.length === 0) return [];
      const call = shownCall(callLog);
      const given = running.flatMap((ready) => {
        const tags = tagsOf(ready, call);
        if (tags === null) onSilent(ready.name);
        return tags ?? [];
      });
      return eachOnce(given);
    },
  };
}

/** One tagger may stand in a run twice, with two configurations. */
function eachOnce(tags: readonly CallTag[]): readonly CallTag[] {
  return tags.filter(({ tag, tagger }, at) => tags.findIndex((one) => one.tag === tag && one.tagger === tagger) === at);
}
