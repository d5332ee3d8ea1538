import type { ConversationWrite } from '@callstitch/application';
import type { Linkedid } from '@callstitch/domain';

/** Conversations that could not be told. */
export interface Refusals {
  /** Not all of them: enough to show. */
  readonly first: readonly { readonly conversationId: Linkedid; readonly reason: string }[];
  readonly hear: (write: ConversationWrite) => void;
}

const ENOUGH_TO_SHOW = 10;

/** Listens to writes and keeps the first conversations that could not be told. */
export function refusals(): Refusals {
  const first: { readonly conversationId: Linkedid; readonly reason: string }[] = [];
  return {
    first,
    hear({ outcome }) {
      if (outcome.state !== 'refused' || first.length === ENOUGH_TO_SHOW) return;
      first.push({ conversationId: outcome.extent.conversationId, reason: outcome.reason });
    },
  };
}
