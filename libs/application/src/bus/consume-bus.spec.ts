import { CallstitchError } from '@callstitch/domain';
import { momentOf } from '../testing/a-call.js';
import type { BusEvent, BusEvents, TakeBusEvent } from './bus-events.js';
import { consumeBus } from './consume-bus.js';
import type { BusWork } from './obey-bus.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const COMPLETED: BusEvent = {
  name: 'voicemail_transcription_completed',
  data: { message_id: '1-2', tenant_uuid: TENANT, transcription_text: 'Hello' },
};
const REMOVAL: BusEvent = { name: 'auth_tenant_deleted', data: { uuid: TENANT } };

/** A bus in memory, with what was done, said and waited for. */
function onBus(changed: Partial<BusWork> = {}) {
  let take: TakeBusEvent = () => Promise.reject(new Error('nobody listens'));
  const events: BusEvents = {
    isConnected: () => true,
    async listen(hear, { stopped }) {
      take = hear;
      await stopped;
    },
  };
  const done: unknown[] = [];
  const did = (what: unknown) => {
    done.push(what);
    return Promise.resolve({ failed: 0 });
  };
  const work: BusWork = {
    storeTranscription: async (said) => (await did(said), { ...said, createdAt: momentOf(1) }),
    deleteTranscription: did,
    removeTenant: did,
    ...changed,
  };
  const [said, waited]: [string[], number[]] = [[], []];
  const beginWait = (milliseconds: number) => {
    waited.push(milliseconds / 1_000);
    return { over: Promise.resolve(), end: () => undefined };
  };
  const consuming = consumeBus({ events, work, now: () => momentOf(9), beginWait, onTrouble: (message) => said.push(message) });
  return { tell: (event: BusEvent) => take(event), done, said, waited, consuming };
}

test('each event has its work done, with what the reference reads of it', async () => {
  const { tell, done, said, consuming } = onBus();
  await tell(COMPLETED);
  const more = { voicemail_id: 3, provider_id: 'whisper', language: 'francais-canadien', duration: 1.5, other: {} };
  await tell({ ...COMPLETED, data: { ...(COMPLETED.data as object), tenant_uuid: TENANT.toUpperCase(), ...more } });
  for (const name of ['user_voicemail_message_deleted', 'global_voicemail_message_deleted'])
    await tell({ name, data: { message_id: name } });
  await tell(REMOVAL);
  const nothing = { voicemailId: null, providerId: null, language: null, durationSeconds: null };
  const kept = { messageId: '1-2', tenantUuid: TENANT, text: 'Hello' };
  expect(done).toEqual([
    { ...kept, ...nothing },
    { ...kept, voicemailId: 3, providerId: 'whisper', language: 'francais-canadien', durationSeconds: 1.5 },
    'user_voicemail_message_deleted',
    'global_voicemail_message_deleted',
    TENANT,
  ]);
  expect([said, consuming.state()]).toEqual([[], { isConnected: true, done: 5, malformed: 0, refused: 0, failure: null }]);
});

test('what makes no sense beside what is needed is left out, and the transcription is kept', async () => {
  const { tell, done } = onBus();
  const odd = { voicemail_id: '3', provider_id: 4, language: ['fr'], duration: 'long' };
  await tell({ ...COMPLETED, data: { ...(COMPLETED.data as object), ...odd } });
  expect(done).toMatchObject([{ text: 'Hello', voicemailId: null, providerId: null, language: null, durationSeconds: null }]);
});

test.each([
  ['no data', { ...COMPLETED, data: undefined }],
  ['no text', { ...COMPLETED, data: { message_id: '1', tenant_uuid: TENANT } }],
  ['a tenant that is no uuid', { ...COMPLETED, data: { message_id: '1', tenant_uuid: 'acme', transcription_text: '' } }],
  ['an id that is too long', { name: 'user_voicemail_message_deleted', data: { message_id: 'x'.repeat(501) } }],
  ['a tenant that is none', { ...REMOVAL, data: { uuid: null } }],
  ['another event', { name: 'call_created', data: {} }],
])('an event with %s is skipped and said', async (_, event) => {
  const { tell, done, said, consuming } = onBus();
  await tell(event);
  expect([done, said]).toEqual([[], [`An event does not say what it must (the last is a ${event.name}); skipped.`]]);
  for (let times = 2; times <= 10; times++) await tell(event);
  expect([said.length, consuming.state().malformed]).toEqual([2, 10]);
});

test('another tenant’s message, files that stay and the master tenant are said once and left', async () => {
  const refusal = new CallstitchError('TENANT_IN_USE', 'The tenant is the master tenant.');
  const first = onBus({ storeTranscription: () => Promise.resolve(null), removeTenant: () => Promise.resolve({ failed: 2 }) });
  await first.tell(COMPLETED);
  await first.tell(REMOVAL);
  expect(first.said).toEqual([
    `The transcription of message 1-2 for tenant ${TENANT} is refused: the message is another tenant's.`,
    expect.stringMatching(/2 files could not be removed/),
  ]);
  expect(first.consuming.state()).toMatchObject({ done: 0, refused: 2 });
  const second = onBus({ removeTenant: () => Promise.reject(refusal) });
  await second.tell(REMOVAL);
  expect([second.said, second.waited]).toEqual([['The event auth_tenant_deleted is left: The tenant is the master tenant.'], []]);
});

test('while the database is away the event waits, longer each time, and is said once; then its work is done', async () => {
  let failures = 8;
  const { tell, said, waited, consuming, done } = onBus({
    deleteTranscription(messageId) {
      if (failures-- > 0) return Promise.reject(new CallstitchError('DATABASE_UNREACHABLE', 'It is away.'));
      done.push(messageId);
      return Promise.resolve();
    },
  });
  await tell({ name: 'user_voicemail_message_deleted', data: { message_id: '1' } });
  expect([waited, done]).toEqual([[1, 2, 4, 8, 16, 32, 32, 32], ['1']]);
  expect([said, consuming.state().failure]).toEqual([['The event user_voicemail_message_deleted waits: It is away.'], null]);
});

test('a failure that nothing of ours explains ends after five tries', async () => {
  const { tell, said, waited, consuming } = onBus({ removeTenant: () => Promise.reject(new Error('a defect')) });
  await tell(REMOVAL);
  expect([waited.length, said.at(-1), consuming.state().refused]).toEqual([4, 'The event auth_tenant_deleted is left: a defect', 1]);
});

test('an event that waits when it is stopped goes back to the bus', async () => {
  const { tell, consuming } = onBus({
    removeTenant() {
      void consuming.stop();
      return Promise.reject(new CallstitchError('DATABASE_UNREACHABLE', 'It is away.'));
    },
  });
  await expect(tell(REMOVAL)).rejects.toThrow('It is away.');
  expect(consuming.state()).toMatchObject({ done: 0, refused: 0, failure: { at: momentOf(9), message: 'It is away.' } });
});
