import type { StoredCalls } from './stored-calls.js';

/** What is held against each other when a trial is over. */
export interface Evidence {
  /** The linkedids of all calls that were written. */
  readonly written: Iterable<string>;
  readonly live: StoredCalls;
  readonly offline: StoredCalls;
  /** The changes that a consumer read page by page while it happened. */
  readonly paged: readonly string[];
  /** The changes that a client of the event stream heard. */
  readonly streamed: readonly string[];
}

export interface Verdict {
  readonly lost: number;
  readonly doubled: number;
  readonly differing: number;
  readonly faults: readonly string[];
}

const SHOWN = 3;

/** Says what is lost, doubled or otherwise not as it must be. */
export function judge({ written, live, offline, paged, streamed }: Evidence): Verdict {
  const calls = [...written];
  const lost = calls.filter((call) => !live.callLogs.has(call));
  const doubled = [...new Set([...live.callLogs, ...live.created].filter(([, count]) => count > 1).map(([call]) => call))];
  const never = calls.filter((call) => live.callLogs.has(call) && !live.created.has(call));
  const known = new Set(calls);
  const invented = [...live.callLogs.keys()].filter((call) => !known.has(call));
  const differing = calls.filter((call) => live.records.has(call) && live.records.get(call) !== offline.records.get(call));
  const faults = [
    ...said('have no call log', lost),
    ...said('have several call logs, or several changes that say created', doubled),
    ...said('have no change that says created', never),
    ...said('were never written', invented),
    ...said('are not what callstitch generate makes of the same rows', differing),
    ...feedFaults('Who paged', { read: paged, all: live.seqs }),
    ...feedFaults('Who listened to the stream', { read: streamed, all: live.seqs }),
  ];
  return { lost: lost.length, doubled: doubled.length, differing: differing.length, faults };
}

function said(what: string, calls: readonly string[]): readonly string[] {
  return calls.length === 0
    ? []
    : [`${calls.length} calls ${what}: ${calls.slice(0, SHOWN).join(', ')}${calls.length > SHOWN ? ' …' : ''}`];
}

function feedFaults(who: string, { read, all }: { readonly read: readonly string[]; readonly all: readonly string[] }): readonly string[] {
  const known = new Set(read);
  const unread = all.filter((seq) => !known.has(seq)).length;
  const twice = read.length - known.size;
  const inOrder = unread > 0 || twice > 0 || read.every((seq, index) => seq === all[index]);
  return [
    ...(unread > 0 ? [`${who} missed ${unread} of ${all.length} changes`] : []),
    ...(twice > 0 ? [`${who} got ${twice} changes twice`] : []),
    ...(inOrder ? [] : [`${who} got changes in another order than the feed has`]),
  ];
}
