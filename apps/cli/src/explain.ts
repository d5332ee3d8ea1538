import type { CelsCorrelated } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { Correlation } from '@callstitch/runtime';
import type { ExplanationLook } from './explanation.js';
import { writeExplanation } from './explanation.js';
import type { Terminal } from './terminal.js';

export interface ExplainOptions extends ExplanationLook {
  readonly id: string;
  readonly result: CelsCorrelated;
  readonly correlation: Correlation;
}

/** Shows how one conversation of the input is told, found by its id or any linkedid or uniqueid in it. */
export async function explain({ id, json, result, correlation, clock }: ExplainOptions, { out }: Terminal): Promise<void> {
  const conversation = correlation.conversation(id);
  if (conversation === null) {
    throw new CallstitchError(
      'CONVERSATION_NOT_FOUND',
      `No conversation has the id, linkedid or uniqueid ${id}; --json lists the ids that there are.`,
    );
  }
  const telling = result.tellings.find(({ callLog }) => callLog.conversationId === conversation.id);
  const reason = result.refused.find(({ conversationId }) => conversationId === conversation.id)?.reason ?? '';
  const told = { callLog: telling?.callLog ?? null, reason, evidence: telling?.evidence ?? [] };
  await writeExplanation({ conversation, ...told }, { json, clock }, out);
}
