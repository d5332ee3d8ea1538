import type { CallLog } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { Dialect } from '../dialect.js';
import { momentOf } from './a-call.js';
import { twoMonthsDialect } from './two-months.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const end = { context: 'acme', channel: 'PJSIP/ö-0c', internalNumber: '10', internalContext: null, line: "l'1", userUuid: TENANT };

/** What the calls have that are told with everything a call may have; microseconds and texts are as nasty as they come. */
const everything: Partial<CallLog> = {
  tenantUuid: TENANT,
  answeredAt: secondsAfter(momentOf(1), 0.000001),
  ringSeconds: 0.419676,
  requested: { name: '', number: '*40#', context: null, internalNumber: '40', internalContext: 'x', userUuid: null },
  destination: { kind: 'queue', name: 'Bob\nT', number: null, ...end, details: { queue: 'sales\\night "1"', ü: '' } },
  answeredBy: { name: 'Élodie 🦉', number: '1002', userUuid: null },
  participants: [
    { role: 'source', userUuid: null, lineId: null, name: 'Zoë', number: '', answered: true, requested: false, tags: ['a b', 'ü'] },
    { role: 'destination', userUuid: TENANT, lineId: 12, name: '', number: '1', answered: false, requested: true, tags: [] },
  ],
  hangup: { cause: 16, by: 'system' },
  transfers: [{ kind: 'semi-attended', by: '1', to: '2', at: secondsAfter(momentOf(2), 0.120345) }],
  journey: [
    { kind: 'ring', from: momentOf(0), until: secondsAfter(momentOf(1), 0.5), parties: ['1', 'queue 40'], endedBy: 'answered-elsewhere' },
    { kind: 'talk', from: momentOf(1), until: secondsAfter(momentOf(2), 0.000007), parties: [], endedBy: 'cut' },
  ],
  sourceInternalName: "O'Neil",
  userField: 'a\tb\\c,"d"',
  reachedVoicemail: true,
};

/** Tells the calls of two months, the first of them with everything that a call may have. */
export const richDialect: Dialect = {
  name: 'plain',
  tell(...args) {
    const told = twoMonthsDialect.tell(...args);
    if (!('callLog' in told)) return told;
    const { callLog } = told;
    const changed = callLog.source.number === 'a' ? everything : { tenantUuid: callLog.tenantUuid ?? TENANT };
    return { ...told, callLog: { ...callLog, ...changed } };
  },
};
