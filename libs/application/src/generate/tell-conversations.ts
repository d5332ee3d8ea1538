import type { Conversation } from '@callstitch/correlation';
import { closing, groupConversations } from '@callstitch/correlation';
import type { Cel, Instant, Linkedid } from '@callstitch/domain';
import type { Narrator } from '../tell-each.js';
import { isUntold, tellEach } from '../tell-each.js';
import type { Extent, Outcome } from './outcome.js';

/** A channel of Asterisk's own for SIP messages; no call begins or ends with it. */
export const MESSAGE_CHANNEL = 'Message/ast_msg_queue';

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

/** Tells whole conversations; one that is neither over nor silent since `silentSince` stays open. */
export async function tellConversations(cels: readonly Cel[], narrator: Narrator, silentSince: Instant): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const over: { readonly conversation: Conversation; readonly extent: Extent }[] = [];
  for (const conversation of groupConversations(cels)) {
    if (conversation.cels.every(({ channelName }) => channelName === MESSAGE_CHANNEL)) continue;
    const extent = extentOf(conversation);
    if (closing(conversation) === null && extent.lastEventAt > silentSince) outcomes.push({ state: 'open', extent });
    else over.push({ conversation, extent });
  }
  const told = await tellEach(
    over.map(({ conversation }) => conversation),
    narrator,
  );
  for (const [place, { extent }] of over.entries()) {
    const telling = told[place] as (typeof told)[number];
    outcomes.push(isUntold(telling) ? { state: 'refused', extent, ...telling } : { state: 'told', extent, callLog: telling.callLog });
  }
  return outcomes;
}
