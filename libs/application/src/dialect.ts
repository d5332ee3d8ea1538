import type { Conversation } from '@callstitch/correlation';
import type { Refusal, Telling } from '@callstitch/domain';

/** How the CELs of one kind of phone system become a call log. Pure: the same conversation is told the same. */
export interface Dialect {
  readonly name: string;
  /** Tells a conversation, or says why it cannot be told; throws only on a defect of its own. */
  tell(conversation: Conversation): Telling | Refusal;
}
