import type { CallLog, CallLogJson, Cel, Evidence } from '@callstitch/domain';
import { callLogJson, formatInstant, secondsBetween } from '@callstitch/domain';
import { celMeaning } from './cel-meaning.js';
import { cleanText } from './clean-text.js';
import { columns } from './columns.js';
import { fieldText } from './field-text.js';
import { jsonText } from './json-array.js';
import { painter } from './paint.js';
import type { Screen } from './terminal.js';
import type { WallClock } from './wall-clock.js';

/** How a conversation is told. */
export interface Explanation {
  readonly conversation: { readonly id: string; readonly cels: readonly Cel[] };
  /** Null when it could not be told. */
  readonly callLog: CallLog | null;
  /** Why not. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

export interface ExplanationLook {
  readonly json: boolean;
  readonly clock: WallClock;
}

/** Shows how one conversation is told: its rows one under the other, then where each field comes from. */
export async function writeExplanation(explanation: Explanation, { json, clock }: ExplanationLook, screen: Screen): Promise<void> {
  const { conversation, callLog, reason, evidence } = explanation;
  if (json) return screen.write(`${jsonText(asJson(explanation))}\n`);
  const paint = painter(screen.colours);
  const told =
    callLog === null
      ? [`It could not be told: ${cleanText(reason)}.`]
      : [paint('Where each field comes from', 'bold'), ...fields(callLogJson(callLog), evidence)];
  const title = paint(`Conversation ${cleanText(conversation.id)}`, 'bold');
  await screen.write(`${[title, '', ...ladder(conversation.cels, clock), '', ...told].join('\n')}\n`);
}

function ladder(cels: readonly Cel[], clock: WallClock): string[] {
  const start = cels[0]?.eventTime;
  return columns([
    ['CEL', `TIME (${clock.timezone})`, 'AFTER', 'EVENT', 'CHANNEL', 'MEANING'],
    ...cels.map((cel) => [
      String(cel.id),
      clock.exactTime(cel.eventTime),
      `+${secondsBetween(start ?? cel.eventTime, cel.eventTime).toFixed(3)}`,
      cleanText(cel.eventType),
      cleanText(cel.channelName),
      cleanText(celMeaning(cel)),
    ]),
  ]);
}

function fields(call: CallLogJson, evidence: readonly Evidence[]): string[] {
  return columns([
    ['FIELD', 'RULE', 'CELS', 'VALUE'],
    ...evidence.map(({ field, rule, cels }) => [field, rule, idList(cels), cleanText(fieldText(call, field))]),
  ]);
}

function idList(cels: readonly Cel[]): string {
  return [...new Set(cels.map(({ id }) => id))].join(', ') || '-';
}

function asJson({ conversation: { id, cels }, callLog, reason, evidence }: Explanation): unknown {
  return {
    conversationId: id,
    cels: cels.map((cel) => ({
      id: cel.id,
      eventTime: formatInstant(cel.eventTime),
      eventType: cel.eventType,
      channelName: cel.channelName,
      uniqueid: cel.uniqueid,
      linkedid: cel.linkedid,
      meaning: celMeaning(cel),
    })),
    refused: callLog === null ? reason : null,
    callLog: callLog === null ? null : callLogJson(callLog),
    evidence: evidence.map(({ field, rule, cels: used }) => ({ field, rule, cels: used.map(({ id }) => id) })),
  };
}
