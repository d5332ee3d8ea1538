import type { CelsCorrelated } from '@callstitch/application';
import type { CallLogJson, Cel, Evidence } from '@callstitch/domain';
import { CallstitchError, callLogJson, formatInstant, secondsBetween } from '@callstitch/domain';
import type { Correlation } from '@callstitch/runtime';
import { celMeaning } from './cel-meaning.js';
import { cleanText } from './clean-text.js';
import { fieldText } from './field-text.js';
import { jsonText } from './json-array.js';
import { painter } from './paint.js';
import type { Terminal } from './terminal.js';
import { fitted } from './text-width.js';
import { widest } from './table-layout.js';
import type { WallClock } from './wall-clock.js';

export interface ExplainOptions {
  readonly id: string;
  readonly json: boolean;
  readonly result: CelsCorrelated;
  readonly correlation: Correlation;
  readonly clock: WallClock;
}

/** Shows how one conversation is told: its rows one under the other, then where each field comes from. */
export async function explain({ id, json, result, correlation, clock }: ExplainOptions, { out }: Terminal): Promise<void> {
  const conversation = correlation.conversation(id);
  if (conversation === null) {
    throw new CallstitchError(
      'CONVERSATION_NOT_FOUND',
      `No conversation has the id, linkedid or uniqueid ${id}; --json lists the ids that there are.`,
    );
  }
  const conversationId = conversation.id;
  const telling = result.tellings.find(({ callLog }) => callLog.conversationId === conversationId);
  const reason = result.refused.find((refused) => refused.conversationId === conversationId)?.reason ?? '';
  const call = telling === undefined ? null : callLogJson(telling.callLog);
  const evidence = telling?.evidence ?? [];
  if (json) return out.write(`${jsonText(asJson(conversation, { call, reason, evidence }))}\n`);
  const paint = painter(out.colours);
  const told =
    call === null
      ? [`It could not be told: ${cleanText(reason)}.`]
      : [paint('Where each field comes from', 'bold'), ...fields(call, evidence)];
  const title = paint(`Conversation ${cleanText(conversationId)}`, 'bold');
  await out.write(`${[title, '', ...ladder(conversation.cels, clock), '', ...told].join('\n')}\n`);
}

/** Columns as wide as their texts; the last is not filled up. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    widest(
      '',
      rows.map((row) => row[column] ?? ''),
    ),
  );
  return rows.map((row) =>
    row
      .map((text, column) => fitted(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
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

type Conversation = NonNullable<ReturnType<Correlation['conversation']>>;

interface Told {
  readonly call: CallLogJson | null;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

function asJson({ id, cels }: Conversation, { call, reason, evidence }: Told): unknown {
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
    refused: call === null ? reason : null,
    callLog: call,
    evidence: evidence.map(({ field, rule, cels: used }) => ({ field, rule, cels: used.map(({ id }) => id) })),
  };
}
