import type { Conversation } from '@callstitch/correlation';
import type { Directory, Refusal, Telling } from '@callstitch/domain';

export interface WazoDialectOptions {
  /**
   * Tells what happened between people, by Asterisk's own events: the journey, transfers, who hung up. The events of
   * Wazo's dialplan then say what was meant.
   */
  readonly story: (conversation: Conversation) => Telling | Refusal;
  readonly directory: Directory | null;
  /** Whose the calls are that neither an event nor the directory places; null leaves them without a tenant. */
  readonly serviceTenantUuid: string | null;
}
