import type { Cel, ClosedBy } from '@callstitch/domain';
import type { Conversation } from './group-conversations.js';

/**
 * What shows that a conversation is over, or null while nothing does: then only silence can close it.
 *
 * `LINKEDID_END` is not in Asterisk's sample configuration and is lost by a crash, so the end of every channel
 * counts as well. Rows that follow an end of their linkedid (late by a few milliseconds) do not reopen it.
 */
export function closing({ cels }: Conversation): Exclude<ClosedBy, 'silence'> | null {
  const linkedids = new Set<string>();
  const channels = new Set<string>();
  const endedLinkedids = new Set<string>();
  const endedChannels = new Set<string>();
  let before: Cel | null = null;
  for (const cel of cels) {
    if (before === null || cel.linkedid !== before.linkedid) linkedids.add(cel.linkedid);
    if (before === null || cel.uniqueid !== before.uniqueid) channels.add(cel.uniqueid);
    if (cel.eventType === 'LINKEDID_END') endedLinkedids.add(cel.linkedid);
    else if (cel.eventType === 'CHAN_END') endedChannels.add(cel.uniqueid);
    before = cel;
  }
  if (endedLinkedids.size === linkedids.size) return 'end';
  return endedChannels.size === channels.size ? 'channels' : null;
}
