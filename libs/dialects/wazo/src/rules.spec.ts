import type { CallLog } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { TENANT } from './testing/office.js';
import { at, tellTable } from './testing/tell-table.js';

const COLUMNS = 't|eventtype|channame|uniqueid|linkedid|cid|exten|context|appname|appdata|peer|extra|userfield';
const CALLER = 'PJSIP/alice01-1|1.1|1.1';
const CALLEE = 'PJSIP/bob02-2|1.2|1.1';
const ended = (seconds: number): string => `${seconds}|CHAN_END|${CALLER}|Alice/1001|||\n${seconds}|LINKEDID_END|${CALLER}|Alice/1001|||`;

function tellRows(...rows: string[]): CallLog {
  const [told] = tellTable([COLUMNS, ...rows].join('\n'));
  if (told === undefined || isRefusal(told)) throw new Error(`refused: ${told?.reason ?? 'no call'}`);
  return told.callLog;
}

const payload = (text: string): string => JSON.stringify({ extra: text });

test('a call without caller id is kept', () => {
  expect(tellRows(`0|CHAN_START|PJSIP/trunk-1|1.1|1.1|/|5559000|from-extern`, ended(2)).source).toMatchObject({ name: '', number: '' });
});

test('a malformed announcement costs its own effect, never the call', () => {
  const announcement = (text: string): string => `0.2|WAZO_CALL_LOG_DESTINATION|${CALLER}|Alice/1001|s|user||||${payload(text)}`;
  for (const text of ['type: user', 'nothing', 'type: queue,id: 3', 'type: group,id: 7']) {
    const { destination } = tellRows(`0|CHAN_START|${CALLER}|Alice/1001|1002|internal`, announcement(text), ended(2));
    expect(destination).toMatchObject({ number: '1002', name: null, details: {} });
  }
});

test('a forward is read whatever its order of labels, and its name may hold a comma', () => {
  const forward = payload('NAME: Bob, Jr,CONTEXT: internal,NUM: 1002');
  const { requested, destination } = tellRows(
    `0|CHAN_START|${CALLER}|Alice/1001|*1|internal`,
    `1|XIVO_USER_FWD|${CALLER}|Alice/1001|s|user||||${forward}`,
    ended(2),
  );
  expect(requested).toMatchObject({ name: 'Bob, Jr', internalNumber: '1002', internalContext: 'internal' });
  expect(destination.number).toBe('1002');
});

test('a tenant that is none does not count', () => {
  const incall = (text: string): string => `0.1|XIVO_INCALL|PJSIP/trunk-1|1.1|1.1|/|s|did||||${payload(text)}`;
  const start = `0|CHAN_START|PJSIP/trunk-1|1.1|1.1|/555|5559000|elsewhere`;
  expect(tellRows(start, incall('None'), ended(2)).tenantUuid).toBe('7a7a0000-0000-4000-8000-000000000000');
  expect(tellRows(start, incall(TENANT), ended(2))).toMatchObject({ tenantUuid: TENANT, direction: 'inbound' });
});

test('the dialplan’s own extension is hidden on both sides', () => {
  const { destination, requested } = tellRows(
    `0|CHAN_START|${CALLER}|Alice/1001|s|internal`,
    `1|CHAN_START|${CALLEE}|/s|s|internal`,
    ended(2),
  );
  expect([requested.number, destination.number]).toEqual(['', '']);
});

test('who waits in a holding bridge was not answered', () => {
  const enter = (technology: string): string =>
    `1|BRIDGE_ENTER|${CALLER}|Alice/1001|s|user||||{"bridge_id":"h","bridge_technology":"${technology}"}`;
  const start = `0|CHAN_START|${CALLER}|Alice/1001|1002|internal`;
  expect(tellRows(start, enter('holding_bridge'), ended(2))).toMatchObject({ answeredAt: null, status: 'missed', talkSeconds: 0 });
  expect(tellRows(start, enter('simple_bridge'), ended(2))).toMatchObject({ answeredAt: at(1), status: 'answered', talkSeconds: 1 });
});

test('a mailbox is the first one named, and the one for checking messages is none', () => {
  const run = (app: string, data: string): string => `1|APP_START|${CALLER}|Alice/1001|s|user|${app}|${data}`;
  const start = `0|CHAN_START|${CALLER}|Alice/1001|1002|internal`;
  expect(tellRows(start, run('VoiceMail', '1002@internal&1003@internal,u'), ended(2))).toMatchObject({
    status: 'voicemail',
    reachedVoicemail: true,
    destination: { kind: 'voicemail', details: { type: 'voicemail', voicemail_id: '5', voicemail_name: 'Bob VM' } },
  });
  expect(tellRows(start, run('Voicemail', '1009@internal'), ended(2)).destination.details).toEqual({});
  expect(tellRows(start, run('VoiceMailMain', '1002@internal'), ended(2))).toMatchObject({ status: 'missed', reachedVoicemail: false });
});

test('two files are two recordings, two parts of one file are one, and a reused monitor id stops the running one', () => {
  const monitor = (t: number, kind: string, file: string): string =>
    `${t}|MIXMONITOR_${kind}|${CALLEE}|Bob/1002|s|internal||||{"filename":"${file}","mixmonitor_id":"0x1"}`;
  const { recordings } = tellRows(
    `0|CHAN_START|${CALLER}|Alice/1001|1002|internal`,
    `0.5|CHAN_START|${CALLEE}|Bob/1002|s|internal`,
    `1|BRIDGE_ENTER|${CALLEE}|Bob/1002|s|internal`,
    monitor(2, 'START', '/monitor/a.wav'),
    monitor(3, 'STOP', ''),
    monitor(4, 'START', '/monitor/b.wav'),
    monitor(5, 'STOP', ''),
    monitor(6, 'START', '/monitor/a.wav'),
    `8|CHAN_END|${CALLEE}|Bob/1002|s|internal`,
    ended(9),
  );
  expect(recordings).toEqual([
    { uuid: null, startedAt: at(2), endedAt: at(8), path: '/monitor/a.wav' },
    { uuid: null, startedAt: at(4), endedAt: at(5), path: '/monitor/b.wav' },
  ]);
});

test('a user who is announced twice stays requested', () => {
  const announcement = payload('type: user,uuid: 5e500000-0000-4000-8000-000000000002,name: Bob');
  const { participants } = tellRows(
    `0|CHAN_START|${CALLER}|Alice/1001|1002|internal`,
    `0.1|WAZO_CALL_LOG_DESTINATION|${CALLER}|Alice/1001|s|user||||${announcement}`,
    `0.2|WAZO_CALL_LOG_DESTINATION|${CALLER}|Alice/1001|s|user||||${announcement}`,
    `0.5|CHAN_START|${CALLEE}|Bob/1002|s|internal`,
    ended(2),
  );
  expect(participants.map(({ name, requested }) => [name, requested])).toEqual([
    ['Alice', false],
    ['Bob', true],
  ]);
});

test('a channel whose name is no line breaks nothing', () => {
  const { participants } = tellRows(
    `0|CHAN_START|${CALLER}|Alice/1001|5551234|internal`,
    `0.5|CHAN_START|PJSIP/sip.acme.net-2|1.2|1.1|/|s|from-extern`,
    ended(2),
  );
  expect(participants.map(({ name }) => name)).toEqual(['Alice']);
});

test('tags come from the userfield of each participant', () => {
  expect(tellRows(`0|CHAN_START|${CALLER}|Alice/1001|1002|internal`, ended(2)).participants[0]?.tags).toEqual(['sales', 'north']);
});

test('a click-to-call that was never picked up is told as the story has it', () => {
  const local = (half: number): string => `Local/5e50@usersharedlines-1;${half}|1.${half}|1.1`;
  const [told] = tellTable(
    [
      COLUMNS,
      `0|CHAN_START|${local(1)}|/|x|usersharedlines`,
      `0.1|ANSWER|${local(1)}|/|x|usersharedlines`,
      `0.2|CHAN_START|${local(2)}|/|x|usersharedlines`,
      `0.3|CHAN_START|PJSIP/alice01-3|1.3|1.1|Alice/1001|s|internal`,
      `9|CHAN_END|PJSIP/alice01-3|1.3|1.1|Alice/1001|s|internal`,
      `9|LINKEDID_END|${local(1)}|/|x|usersharedlines`,
    ].join('\n'),
  );
  expect(told).toMatchObject({ callLog: { status: 'missed', startedAt: at(0) } });
});

test('rows without the start of a channel make no call', () => {
  const told = tellTable([COLUMNS, ended(2)].join('\n'));
  expect(told).toEqual([{ reason: 'has no CHAN_START of a channel' }]);
});

test('each field says which event set it', () => {
  const [told] = tellTable([COLUMNS, `0|CHAN_START|${CALLER}|Alice/1001|1002|internal`, ended(2)].join('\n'));
  if (told === undefined || isRefusal(told)) throw new Error('refused');
  const reasons = new Map(told.evidence.map(({ field, rule, cels }) => [field, [rule, ...cels.map(({ id }) => id)]]));
  expect(reasons.get('source.number')).toEqual(['caller-chan-start', 1]);
  expect(reasons.get('endedAt')).toEqual(['caller-chan-end', 2]);
});

test('a conversation of very many channels and announcements is told without ado', () => {
  const channels = Array.from({ length: 10_000 }, (_none, index) => index);
  const uuid = (index: number): string => `5e500000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const rows = channels.flatMap((index) => [
    `${index}|CHAN_START|PJSIP/u${index}-1|2.${index}|2.0|/1|1|internal`,
    `${index}|WAZO_CALL_LOG_DESTINATION|PJSIP/u0-1|2.0|2.0|/1|s|user||||${payload(`type: user,uuid: ${uuid(index)},name: x`)}`,
    `${index}.5|BRIDGE_ENTER|PJSIP/u${index}-1|2.${index}|2.0|/1|1|internal|||PJSIP/u${Math.max(0, index - 1)}-1`,
  ]);
  expect(tellRows(...rows, `10001|CHAN_END|PJSIP/u0-1|2.0|2.0|/1|1|internal`)).toMatchObject({ answeredAt: at(0.5), endedAt: at(10_001) });
});
