import type { CallLog } from '@callstitch/domain';
import type { CdrOrder } from '../read/call-log-search.js';
import type { CdrStatus } from '../read/cdr-status.js';
import { cdrFacts } from '../read/cdr-facts.js';

const RANKS: Readonly<Record<CdrStatus, number>> = { unknown: 1, blocked: 2, voicemail: 3, answered: 4 };

/** Kinds of details that Wazo knows. */
const DETAILS = new Set(['user', 'group', 'conference', 'meeting', 'voicemail']);

/** What a call log is sorted by; null when it has no such value. */
export function cdrOrderKey(call: CallLog, order: CdrOrder): string | number | null {
  return KEYS[order](call);
}

const KEYS: Readonly<Record<CdrOrder, (call: CallLog) => string | number | null>> = {
  start: ({ startedAt }) => startedAt,
  answer: ({ answeredAt }) => answeredAt,
  duration: (call) => cdrFacts(call).durationSeconds,
  call_status: (call) => RANKS[cdrFacts(call).status],
  call_direction: ({ direction }) => direction,
  conversation_id: ({ conversationId }) => conversationId,
  id: ({ id }) => id,
  tenant_uuid: ({ tenantUuid }) => tenantUuid,
  destination_extension: ({ destination }) => destination.number,
  destination_name: ({ destination }) => destination.name,
  destination_internal_extension: ({ destination }) => destination.internalNumber,
  destination_internal_context: ({ destination }) => destination.internalContext,
  destination_details: ({ destination: { details } }) => (DETAILS.has(details['type'] ?? '') ? (details['type'] as string) : 'unknown'),
  destination_line_id: (call) => cdrFacts(call).destinationLineId,
  destination_user_uuid: (call) => cdrFacts(call).destinationUserUuid,
  requested_name: ({ requested }) => requested.name,
  requested_extension: ({ requested }) => requested.number,
  requested_context: ({ requested }) => requested.context,
  requested_internal_extension: ({ requested }) => requested.internalNumber,
  requested_internal_context: ({ requested }) => requested.internalContext,
  requested_user_uuid: (call) => cdrFacts(call).requestedUserUuid,
  source_extension: ({ source }) => source.number,
  source_name: ({ source }) => source.name,
  source_internal_name: ({ sourceInternalName }) => sourceInternalName,
  source_internal_extension: ({ source }) => source.internalNumber,
  source_internal_context: ({ source }) => source.internalContext,
  source_line_id: (call) => cdrFacts(call).sourceLineId,
  source_user_uuid: (call) => cdrFacts(call).sourceUserUuids[0] ?? null,
};
