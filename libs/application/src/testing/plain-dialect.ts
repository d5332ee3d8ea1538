import type { CallLog, Cel } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import type { Dialect } from '../dialect.js';

const NOBODY = { name: '', context: null, channel: null, internalNumber: null, internalContext: null, line: null, userUuid: null };

/** Tells just enough to see which rows a call was told from: who began, how many rows, how long. `poison` as caller is fatal. */
export const plainDialect: Dialect = {
  name: 'plain',
  tell({ id, cels }) {
    const first = cels[0] as Cel;
    const last = cels.at(-1) as Cel;
    if (first.cidNum === 'poison') throw new Error('poisoned');
    if (first.cidNum === 'nobody') return { reason: 'has no caller' };
    const callLog: CallLog = {
      id: null,
      version: 1,
      conversationId: id,
      linkedids: [...new Set(cels.map(({ linkedid }) => linkedid))],
      tenantUuid: null,
      direction: 'internal',
      status: 'missed',
      closedBy: cels.some(({ eventType }) => eventType === 'LINKEDID_END') ? 'end' : 'silence',
      startedAt: first.eventTime,
      answeredAt: null,
      endedAt: last.eventTime,
      ringSeconds: secondsBetween(first.eventTime, last.eventTime),
      talkSeconds: cels.length,
      source: { ...NOBODY, number: first.cidNum },
      requested: { name: '', number: first.exten, context: null, internalNumber: null, internalContext: null, userUuid: null },
      destination: { ...NOBODY, number: first.exten, kind: 'user', details: {} },
      answeredBy: null,
      participants: [],
      tags: [],
      recordings: [],
      hangup: { cause: null, by: null },
      transfers: [],
      journey: [],
      sourceInternalName: null,
      userField: null,
      reachedVoicemail: false,
    };
    return { callLog, evidence: [] };
  },
};
