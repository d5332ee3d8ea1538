import { isUuid } from '@callstitch/domain';
import type { Transcription } from '../transcriptions/transcription-book.js';
import type { BusEvent } from './bus-events.js';

/** What an event wants done. */
export type BusOrder =
  | { readonly kind: 'store-transcription'; readonly said: Omit<Transcription, 'createdAt'> }
  | { readonly kind: 'delete-transcription'; readonly messageId: string }
  | { readonly kind: 'remove-tenant'; readonly tenantUuid: string };

/** More than any system makes; longer ones fit in no index. */
const MOST_CHARACTERS_OF_ID = 500;

/** Reads an event; null when it does not say what it must. Of what it may say, what makes no sense is left out. */
export function readBusOrder({ name, data }: BusEvent): BusOrder | null {
  const fields = fieldsOf(data);
  switch (name) {
    case 'voicemail_transcription_completed':
      return transcription(fields);
    case 'user_voicemail_message_deleted':
    case 'global_voicemail_message_deleted': {
      const messageId = idOf(fields['message_id']);
      return messageId === null ? null : { kind: 'delete-transcription', messageId };
    }
    case 'auth_tenant_deleted': {
      const tenantUuid = uuidIn(fields['uuid']);
      return tenantUuid === null ? null : { kind: 'remove-tenant', tenantUuid };
    }
    default:
      return null;
  }
}

function transcription(fields: Readonly<Record<string, unknown>>): BusOrder | null {
  const [messageId, tenantUuid, text] = [idOf(fields['message_id']), uuidIn(fields['tenant_uuid']), fields['transcription_text']];
  if (messageId === null || tenantUuid === null || typeof text !== 'string') return null;
  const { voicemail_id: voicemailId, duration } = fields;
  return {
    kind: 'store-transcription',
    said: {
      ...{ messageId, tenantUuid, text },
      voicemailId: Number.isSafeInteger(voicemailId) ? (voicemailId as number) : null,
      providerId: textIn(fields['provider_id']),
      language: textIn(fields['language']),
      durationSeconds: typeof duration === 'number' && Number.isFinite(duration) ? duration : null,
    },
  };
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= MOST_CHARACTERS_OF_ID ? value : null;
}

function uuidIn(value: unknown): string | null {
  return typeof value === 'string' && isUuid(value) ? value.toLowerCase() : null;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
