import { groupConversations } from '@callstitch/correlation';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import type { CallLog, Cel } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';

/** Outside lines as an operator would name them, or none: then they are inferred. */
export interface TellOptions {
  readonly trunks: readonly string[];
}

/** The call logs of some CELs in order of their start; a refused conversation is a fault in a recording. */
export function tellCels(cels: readonly Cel[], { trunks }: TellOptions = { trunks: [] }): readonly CallLog[] {
  const dialect = asteriskDialect({ trunks, internal: [], directory: null });
  return groupConversations(cels).map((conversation) => {
    const told = dialect.tell(conversation);
    if (isRefusal(told)) throw new Error(`${conversation.id} ${told.reason}`);
    return told.callLog;
  });
}

/** Whether the rows of a call show a recorder: recording by a queue or on demand leaves no event (asterisk-streams, item 22). */
export function showsRecorder({ linkedids }: CallLog, cels: readonly Cel[]): boolean {
  const own = new Set<string>(linkedids);
  return cels.some(
    ({ linkedid, appName, peer }) => own.has(linkedid) && (appName.toLowerCase() === 'mixmonitor' || peer.includes('CBRec/')),
  );
}
