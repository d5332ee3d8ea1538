import type { CallLog, CallTag } from '@callstitch/domain';
import type { CallLogFilter, CallLogs } from '../read/call-logs.js';
import type { CallTagger } from '../tell-each.js';
import type { Retagging, RetagBook } from './retag-book.js';

export interface RetagOptions {
  readonly source: string;
  readonly callLogs: CallLogs;
  readonly book: RetagBook;
  /** Gives the tags of some taggers. */
  readonly tagger: CallTagger;
  /** Names of those taggers: their tags are replaced, everybody else's stay. */
  readonly taggers: ReadonlySet<string>;
  /** Which call logs; what is absent does not restrict. */
  readonly filter: CallLogFilter;
  /** Nothing is written; `onChange` is told what would be. */
  readonly dryRun?: boolean;
  readonly onChange?: (retagging: Retagging) => void | Promise<void>;
  readonly onProgress?: (looked: number) => void;
}

/** What a re-tagging did. */
export interface Retagged {
  readonly looked: number;
  /** Call logs whose tags changed, or would. */
  readonly changed: number;
  /** Call logs that somebody else changed meanwhile; they have the newest tags already, or another run gives them. */
  readonly passedBy: number;
}

const PAGE = 1_000;

/**
 * The tags of a call after its taggers ran again: those of other taggers stay where they were, and so do those of a tagger
 * that could not answer, or a legal hold would be gone because its list was away.
 */
function tagsAfter(call: CallLog, { tagger, taggers }: Pick<RetagOptions, 'tagger' | 'taggers'>): readonly CallTag[] {
  const silent = new Set<string>();
  const given = tagger.tag(call, (name) => silent.add(name));
  return [...call.tags.filter((tag) => !taggers.has(tag.tagger) || silent.has(tag.tagger)), ...given];
}

function sameTags(one: readonly CallTag[], other: readonly CallTag[]): boolean {
  const words = (tags: readonly CallTag[]): string => JSON.stringify(tags.map(({ tag, tagger }) => `${tagger}\n${tag}`).sort());
  return words(one) === words(other);
}

/**
 * Runs taggers again over stored calls, without their CELs. A call whose tags stay the same is not touched.
 *
 * May be stopped and repeated; what was told meanwhile is left as it was told.
 */
export async function retagCallLogs(options: RetagOptions): Promise<Retagged> {
  const { source, callLogs, book, filter, dryRun = false, onChange, onProgress } = options;
  const done = { looked: 0, changed: 0, passedBy: 0 };
  let after: string | null = null;
  do {
    const page = await callLogs.find(filter, { limit: PAGE, after });
    const retaggings = page.callLogs
      .map((before) => ({ before, tags: tagsAfter(before, options) }))
      .filter(({ before, tags }) => !sameTags(before.tags, tags));
    const changed = dryRun || retaggings.length === 0 ? retaggings.length : await book.retag(source, retaggings);
    if (onChange !== undefined) for (const retagging of retaggings) await onChange(retagging);
    done.looked += page.callLogs.length;
    done.changed += changed;
    done.passedBy += retaggings.length - changed;
    onProgress?.(done.looked);
    after = page.next;
  } while (after !== null);
  return done;
}
