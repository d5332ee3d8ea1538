import type { CallEnd, CallLog, Linkedid } from '@callstitch/domain';
import { isUuid } from '@callstitch/domain';
import type { ArchivedCall } from './archived-call.js';
import { ARCHIVE_FORMAT_VERSION } from './archived-call-json.js';
import type { Shape } from './json-shape.js';
import { Misfit, flag, listOf, moment, object, oneOf, orNull, real, text, texts, whole } from './json-shape.js';

const linkedid = text as Shape<Linkedid>;
const int = whole(2_147_483_647);
const id = whole(Number.MAX_SAFE_INTEGER);
const uuid: Shape<string> = (json, at) => {
  const read = text(json, at);
  if (!isUuid(read)) throw new Misfit(`${at} is not a uuid`);
  return read;
};

const END: { readonly [Key in keyof CallEnd]: Shape<CallEnd[Key]> } = {
  context: orNull(text),
  channel: orNull(text),
  internalNumber: orNull(text),
  internalContext: orNull(text),
  line: orNull(text),
  userUuid: orNull(text),
};

const callLog = object<CallLog>({
  id,
  version: int,
  conversationId: linkedid,
  linkedids: listOf(linkedid),
  tenantUuid: uuid,
  direction: oneOf({ internal: true, inbound: true, outbound: true }),
  status: oneOf({ answered: true, missed: true, busy: true, failed: true, voicemail: true, blocked: true }),
  closedBy: oneOf({ end: true, channels: true, silence: true }),
  startedAt: moment,
  answeredAt: orNull(moment),
  endedAt: moment,
  ringSeconds: real,
  talkSeconds: real,
  source: object({ name: text, number: text, ...END }),
  requested: object({
    name: orNull(text),
    number: orNull(text),
    context: orNull(text),
    internalNumber: orNull(text),
    internalContext: orNull(text),
    userUuid: orNull(text),
  }),
  destination: object({
    kind: oneOf({
      user: true,
      group: true,
      queue: true,
      conference: true,
      meeting: true,
      voicemail: true,
      external: true,
      ivr: true,
      parking: true,
      unknown: true,
    }),
    name: orNull(text),
    number: orNull(text),
    ...END,
    details: texts,
  }),
  answeredBy: orNull(object({ name: text, number: text, userUuid: orNull(text) })),
  participants: listOf(
    object({
      role: oneOf({ source: true, destination: true }),
      userUuid: orNull(text),
      lineId: orNull(id),
      name: text,
      number: text,
      answered: flag,
      requested: flag,
      tags: listOf(text),
    }),
  ),
  tags: listOf(object({ tag: text, tagger: text })),
  recordings: listOf(object({ uuid: orNull(text), startedAt: moment, endedAt: moment, path: orNull(text) })),
  hangup: object({ cause: orNull(int), by: orNull(oneOf({ source: true, destination: true, system: true })) }),
  transfers: listOf(object({ kind: oneOf({ blind: true, attended: true, 'semi-attended': true }), by: text, to: text, at: moment })),
  journey: listOf(
    object({
      kind: oneOf({
        ring: true,
        talk: true,
        consult: true,
        queue: true,
        hold: true,
        park: true,
        conference: true,
        ivr: true,
        announcement: true,
        voicemail: true,
        page: true,
        spy: true,
      }),
      from: moment,
      until: moment,
      parties: listOf(text),
      endedBy: oneOf({
        answered: true,
        'answered-elsewhere': true,
        busy: true,
        declined: true,
        unavailable: true,
        'no-answer': true,
        abandoned: true,
        pickup: true,
        forward: true,
        'blind-transfer': true,
        'attended-transfer': true,
        park: true,
        retrieved: true,
        'park-timeout': true,
        resumed: true,
        joined: true,
        left: true,
        finished: true,
        hangup: true,
        cut: true,
      }),
    }),
  ),
  sourceInternalName: orNull(text),
  userField: orNull(text),
  reachedVoicemail: flag,
});

const archivedCall = object<ArchivedCall>({
  callLog: callLog as Shape<ArchivedCall['callLog']>,
  conversation: object<ArchivedCall['conversation']>({
    source: text,
    celCount: int,
    firstCelId: id,
    lastCelId: id,
    lastEventAt: moment,
    teller: text,
    digest: orNull(text),
  }),
  deletedMedia: listOf(object({ uuid, deletedAt: moment })),
});

/** The call of one line of an archive; or what is wrong with the line, in words. */
export function readArchivedCall(line: string): ArchivedCall | { readonly reason: string } {
  try {
    const json: unknown = JSON.parse(line);
    const { formatVersion } = object({ formatVersion: int })(json, '');
    if (formatVersion > ARCHIVE_FORMAT_VERSION) return { reason: `was written by a later version of callstitch (format ${formatVersion})` };
    return archivedCall(json, '');
  } catch (error) {
    if (error instanceof Misfit) return { reason: error.message };
    if (error instanceof SyntaxError) return { reason: 'is no JSON' };
    throw error;
  }
}
