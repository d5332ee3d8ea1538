import type { ConversationWrite, Generated } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import { callLogJson } from '@callstitch/domain';
import type { Callstitch } from '@callstitch/runtime';
import { callRow } from '../call-row.js';
import { cleanText } from '../clean-text.js';
import { shownValue } from '../field-text.js';
import { jsonText } from '../json-array.js';
import type { Screen } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import type { ChangedField } from './changed-fields.js';
import { changedFields } from './changed-fields.js';

/** What would be written, conversation by conversation. */
export interface WritesShown {
  readonly write: (write: ConversationWrite) => Promise<void>;
  /** Ends the JSON with the counts. */
  readonly end: (generated: Generated) => Promise<void>;
}

interface Change {
  readonly kind: 'created' | 'updated' | 'deleted';
  /** Null for one that has no id yet. */
  readonly callLogId: number | null;
  readonly conversationId: string;
  /** For one that is created all that it says. */
  readonly fields: readonly ChangedField[];
  /** As it would be; null for one that would go. */
  readonly callLog: CallLog | null;
}

interface WritesShownOptions {
  readonly callstitch: Pick<Callstitch, 'get'>;
  readonly json: boolean;
}

const UTC = wallClock('UTC');

/** Shows writes as they come, so that many of them need no memory. */
export function writesShown({ callstitch, json }: WritesShownOptions, screen: Screen): WritesShown {
  let separator = '{"changes":[\n';
  return {
    async write(conversation) {
      for (const change of await changesOf(conversation, callstitch)) {
        const { callLog: _, ...asJson } = change;
        await screen.write(json ? `${separator}${jsonText(asJson)}` : changeText(change));
        separator = ',\n';
      }
    },
    async end(generated) {
      await screen.write(`${separator === ',\n' ? '\n' : separator}],${jsonText(generated).slice(1)}\n`);
    },
  };
}

async function changesOf({ outcome, write, kept, merged }: ConversationWrite, { get }: Pick<Callstitch, 'get'>): Promise<Change[]> {
  const { conversationId } = outcome.extent;
  const changes: Change[] = [];
  if (write !== null) {
    const before: CallLog | null = write.callLogId === null ? null : await get(write.callLogId);
    const fields = changedFields(before === null ? null : callLogJson(before), callLogJson(write.callLog));
    changes.push({ kind: write.kind, callLogId: write.callLogId, conversationId, fields, callLog: write.callLog });
  }
  for (const other of merged) {
    if (other.callLogId === null || other.digest === null || other.callLogId === kept.callLogId) continue;
    changes.push({ kind: 'deleted', callLogId: other.callLogId, conversationId: other.conversationId, fields: [], callLog: null });
  }
  return changes;
}

function changeText({ kind, callLogId, conversationId, fields, callLog }: Change): string {
  const which = `${callLogId === null ? 'call log' : `call log ${callLogId}`} of conversation ${conversationId}`;
  return linesOf({ kind, which, fields, callLog })
    .map((line) => `${cleanText(line)}\n`)
    .join('');
}

function linesOf({ kind, which, fields, callLog }: Pick<Change, 'kind' | 'fields' | 'callLog'> & { readonly which: string }): string[] {
  switch (kind) {
    case 'created':
      return [`+ ${which}: ${callLog === null ? '' : inShort(callLog)}`];
    case 'updated':
      return [`~ ${which}`, ...fields.map((change) => `    ${change.field}: ${shown(change.old)} → ${shown(change.new)}`)];
    case 'deleted':
      return [`- ${which}, which is part of the one above`];
  }
}

function inShort(callLog: CallLog): string {
  const { time, from, dialled, reached, status, talk } = callRow(callLog, UTC);
  return `${time} ${from} → ${dialled || '?'}, ${status}${reached === '' ? '' : ` ${reached}`}${talk === '' ? '' : ` ${talk}`}`;
}

function shown(value: unknown): string {
  return shownValue(value) || '-';
}
