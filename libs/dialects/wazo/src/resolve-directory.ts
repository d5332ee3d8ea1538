import type { Cel, Directory } from '@callstitch/domain';
import type { Draft } from './draft.js';
import type { LineInCall } from './lines-in-call.js';

interface Resolution {
  readonly directory: Directory | null;
  /** Whose the calls are that nothing else places. */
  readonly serviceTenantUuid: string | null;
}

/** The tenant: said by an event, else that of the source's line, of another line, of the dialplan context, of the service. */
export function resolveTenant(draft: Draft, lines: readonly LineInCall[], { directory, serviceTenantUuid }: Resolution): string | null {
  if (draft.found.tenantUuid !== null) return draft.found.tenantUuid;
  const source = lines.find(({ channel }) => channel.role === 'source');
  const tenants = [source, ...lines].map((line) => line?.entry.tenantUuid ?? null);
  const ofLines = tenants.find((tenant) => tenant !== null);
  if (ofLines !== undefined) return ofLines;
  const context = draft.found.requestedContext ?? '';
  const ofContext = context === '' || directory === null ? null : directory.tenantOfContext(context);
  return ofContext ?? serviceTenantUuid;
}

/** Sets number and context of one end when one of them is missing. */
function fill(draft: Draft, end: 'source' | 'requested' | 'destination', line: LineInCall, cel: Cel, evenIfKnown = false): void {
  const { number, context } = line.entry;
  const known = Boolean(draft.found[`${end}InternalNumber`]) && Boolean(draft.found[`${end}InternalContext`]);
  if (known && !evenIfKnown) return;
  draft.find(`${end}InternalNumber`, number, cel);
  draft.find(`${end}InternalContext`, context, cel);
}

/**
 * Internal numbers of the people whose lines were in the call: the source's own, the first line that rang as the one
 * requested, the line that answered last as the destination. A call that ended with somebody outside has none there.
 */
export function fillInternalNumbers(draft: Draft, lines: readonly LineInCall[], cel: Cel): void {
  draft.pass = 'directory';
  const { lastDeviceInBridge } = draft;
  const endedOutside =
    lastDeviceInBridge !== null &&
    draft.channels.get(lastDeviceInBridge.uniqueid)?.role === 'destination' &&
    !lines.some(({ channel }) => channel.role === 'destination' && channel.answered);
  for (const line of lines) {
    const { channel, entry } = line;
    if (entry.number === '') continue;
    if (channel.role === 'source') {
      fill(draft, 'source', line, cel);
      continue;
    }
    if (!endedOutside) fill(draft, 'destination', line, cel, channel.answered);
    fill(draft, 'requested', line, cel);
  }
}

/** A call that nobody answered and that reached a mailbox ends there, when the directory knows the mailbox. */
export function resolveVoicemail(draft: Draft, tenantUuid: string | null, directory: Directory | null, cel: Cel): void {
  const { mailbox, found } = draft;
  if (!found.reachedVoicemail || found.answeredAt !== null || mailbox?.number == null) return;
  const voicemail = directory?.voicemail({ number: mailbox.number, context: mailbox.context, tenantUuid }) ?? null;
  if (voicemail === null) return;
  draft.pass = 'directory';
  draft.find('destinationDetails', { type: 'voicemail', voicemail_id: voicemail.id, voicemail_name: voicemail.name }, cel);
}
