import type { CallLogJson } from '@callstitch/domain';
import { callLogJson } from '@callstitch/domain';
import { threeCalls } from '../testing/three-calls.js';
import { changedFields } from './changed-fields.js';

let call: CallLogJson;
beforeAll(async () => (call = callLogJson((await (await threeCalls()).book.callLog(3))!)));

test('a call log that says the same has no changed fields, whatever its id and version', () => {
  expect(changedFields(call, { ...call, id: 9, version: 7 })).toEqual([]);
});

test('parts are compared field by field, lists as they are', () => {
  const after = { ...call, source: { ...call.source, name: 'Anna' }, linkedids: [], hangup: { cause: 17, by: 'source' } as const };
  expect(changedFields(call, after)).toEqual([
    { field: 'linkedids', old: ['1795446741.309'], new: [] },
    { field: 'source.name', old: 'CUSTOMER', new: 'Anna' },
    { field: 'hangup.cause', old: 16, new: 17 },
  ]);
});

test('a part that is gone or new is a change', () => {
  const gone = { ...call, answeredBy: null };
  expect(changedFields(call, gone)).toContainEqual({ field: 'answeredBy.number', old: '1003', new: null });
  expect(changedFields(gone, call)).toContainEqual({ field: 'answeredBy.number', old: null, new: '1003' });
});

test('the order of keys is no change, nor is what the database fills in', () => {
  const [participant] = call.participants;
  const reversed = Object.fromEntries(Object.entries(participant as object).reverse()) as unknown as typeof participant;
  const recording = { uuid: null, startedAt: call.startedAt, endedAt: call.endedAt, path: 'a.wav' };
  const told = { ...call, tenantUuid: null, recordings: [recording] };
  const kept = {
    ...told,
    tenantUuid: 'ca115717-0000-4000-8000-000000000001',
    recordings: [{ ...recording, uuid: 'ca115717-0000-4000-8000-000000000002' }],
    participants: [reversed!, ...call.participants.slice(1)],
  };
  expect(changedFields(kept, told)).toEqual([]);
  expect(changedFields(kept, { ...told, tenantUuid: 'ca115717-0000-4000-8000-000000000003' })).toHaveLength(1);
});

test('without a call log before, all that is said is new', () => {
  const fields = changedFields(null, call);
  expect(fields).toContainEqual({ field: 'destination.number', old: null, new: '1002' });
  expect(fields.filter(({ new: value }) => value === null || value === '')).toEqual([]);
});
