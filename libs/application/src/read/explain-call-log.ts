import type { Conversation } from '@callstitch/correlation';
import { groupConversations } from '@callstitch/correlation';
import type { CallLog, Telling } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { CelStore } from '../generate/cel-store.js';
import { widen } from '../generate/widen.js';
import type { Narrator, Untold } from '../tell-each.js';
import { tellEach } from '../tell-each.js';
import type { CallLogs } from './call-logs.js';

export interface ExplainCallLogOptions {
  readonly id: number;
  readonly callLogs: CallLogs;
  readonly store: CelStore;
  readonly narrator: Narrator;
}

/** A call log, its conversation as the rows show it today, and how that is told. */
export interface Explained {
  /** As it stands. */
  readonly callLog: CallLog;
  readonly conversation: Conversation;
  /** Differs from the call log when rows were purged or added since, or the rules changed. */
  readonly told: Telling | Untold;
}

/** No book: the call log names its linkedids itself. */
const NO_BOOK = { known: () => Promise.resolve([]) };

/** Tells a call log's conversation again, to show where each field comes from. Writes nothing. */
export async function explainCallLog({ id, callLogs, store, narrator }: ExplainCallLogOptions): Promise<Explained> {
  const callLog = await callLogs.get(id);
  if (callLog === null) {
    throw new CallstitchError('CALL_LOG_NOT_FOUND', `There is no call log ${id}; callstitch list shows those that there are.`);
  }
  const linkedids = new Set(callLog.linkedids);
  const seeds = await store.readKin(callLog.linkedids, null);
  const rows = await widen(seeds, { store, book: NO_BOOK, covered: null });
  const conversation = groupConversations(rows).find(({ cels }) => cels.some(({ linkedid }) => linkedids.has(linkedid)));
  if (conversation === undefined) {
    throw new CallstitchError(
      'CELS_GONE',
      `Call log ${id} cannot be explained: its CELs are gone from the table; callstitch show ${id} shows what was told.`,
    );
  }
  const [told] = await tellEach([conversation], narrator);
  return { callLog, conversation, told: told as Telling | Untold };
}
