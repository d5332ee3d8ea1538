import type { Linkedid } from '@callstitch/domain';

/** What a message of the event `CEL` says. */
export interface CelMessage {
  readonly eventType: string;
  readonly linkedid: Linkedid;
}

/** Reads the body of a message (`{"name": "CEL", "data": {"EventName", "LinkedID", …}}`); null when it is none of those. */
export function readCelMessage(content: Uint8Array): CelMessage | null {
  try {
    const { data } = JSON.parse(new TextDecoder().decode(content)) as { readonly data?: Readonly<Record<string, unknown>> };
    const { EventName: eventType, LinkedID: linkedid } = data ?? {};
    if (typeof eventType !== 'string' || typeof linkedid !== 'string' || eventType === '' || linkedid === '') return null;
    return { eventType, linkedid: linkedid as Linkedid };
  } catch {
    return null;
  }
}
