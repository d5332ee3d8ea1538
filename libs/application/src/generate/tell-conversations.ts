import type { Conversation } from '@callstitch/correlation';
import { closing, groupConversations } from '@callstitch/correlation';
import type { Cel, Instant, Linkedid } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import type { Dialect } from '../dialect.js';
import type { Extent, Outcome } from './outcome.js';

/** A channel of Asterisk's own for SIP messages; no call begins or ends with it. */
const MESSAGE_CHANNEL = 'Message/ast_msg_queue';

function extentOf({ id, cels }: Conversation): Extent {
  const linkedids = new Set<Linkedid>();
  let firstCelId = Infinity;
  let lastCelId = -Infinity;
  for (const cel of cels) {
    linkedids.add(cel.linkedid === '' ? id : cel.linkedid);
    if (cel.id < firstCelId) firstCelId = cel.id;
    if (cel.id > lastCelId) lastCelId = cel.id;
  }
  const lastEventAt = (cels.at(-1) as Cel).eventTime;
  return { conversationId: id, linkedids: [...linkedids], celCount: cels.length, firstCelId, lastCelId, lastEventAt };
}

/** Why a conversation cannot be told: the dialect says so, or fails on it; that costs this conversation and no other. */
function tellOne(conversation: Conversation, dialect: Dialect, extent: Extent): Outcome {
  try {
    const told = dialect.tell(conversation);
    return isRefusal(told) ? { state: 'refused', extent, reason: told.reason } : { state: 'told', extent, callLog: told.callLog };
  } catch (error) {
    return { state: 'refused', extent, reason: `cannot be told: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Tells whole conversations; one that is neither over nor silent since `silentSince` stays open. */
export function tellConversations(cels: readonly Cel[], dialect: Dialect, silentSince: Instant): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const conversation of groupConversations(cels)) {
    if (conversation.cels.every(({ channelName }) => channelName === MESSAGE_CHANNEL)) continue;
    const extent = extentOf(conversation);
    if (closing(conversation) === null && extent.lastEventAt > silentSince) outcomes.push({ state: 'open', extent });
    else outcomes.push(tellOne(conversation, dialect, extent));
  }
  return outcomes;
}
