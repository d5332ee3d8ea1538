import type { CallLog, Instant } from '@callstitch/domain';
import type { Extent } from '../generate/outcome.js';

/** What is known of a conversation beside its call log: with it a restored call is as told as it was. */
export interface ArchivedConversation extends Pick<Extent, 'celCount' | 'firstCelId' | 'lastCelId' | 'lastEventAt'> {
  /** The source of CELs that its id belongs to. */
  readonly source: string;
  readonly teller: string;
  /** Of the call log's content as it was told; null when it is not known any more. */
  readonly digest: string | null;
}

/** A recording whose file was removed, or was about to be. */
export interface DeletedMedia {
  readonly uuid: string;
  readonly deletedAt: Instant;
}

/** A stored call log with everything that restores it as it was. */
export interface ArchivedCall {
  readonly conversation: ArchivedConversation;
  readonly callLog: CallLog & { readonly id: number; readonly tenantUuid: string };
  readonly deletedMedia: readonly DeletedMedia[];
}
