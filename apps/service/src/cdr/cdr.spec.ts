import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ALICE, BETA, BOB, CAROL, after, toldCall, user } from '../testing/told-call.js';

const RECORDING = '4ec04d00-0000-4000-8000-000000000001';

const CALLS = [
  toldCall(1, {
    answeredAt: after(62),
    endedAt: after(70.5),
    participants: [user('source', ALICE, { answered: true }), user('destination', BOB, { answered: true, lineId: 4, tags: ['b'] })],
    tags: ['b', 'a'].map((tag) => ({ tag, tagger: 'userfield' })),
    recordings: [{ uuid: RECORDING, startedAt: after(63), endedAt: after(69), path: '/r/1.wav' }],
  }),
  toldCall(2, {
    status: 'blocked',
    source: { ...toldCall(2).source, name: '=evil', number: '0123456789' },
  }),
  toldCall(3, {
    direction: 'inbound',
    status: 'voicemail',
    reachedVoicemail: true,
    source: { ...toldCall(3).source, name: 'Zoë, "Z"', number: '+33142' },
    participants: [user('destination', BOB), user('destination', CAROL)],
    destination: {
      ...toldCall(3).destination,
      kind: 'voicemail',
      details: { type: 'voicemail', voicemail_id: '7', voicemail_name: 'bob' },
    },
  }),
  toldCall(4, { direction: 'outbound', destination: { ...toldCall(4).destination, kind: 'external', name: null, number: '5551234' } }),
  toldCall(5, { tenantUuid: BETA, participants: [user('source', CAROL)] }),
];

let service: OpenedService;
beforeAll(async () => {
  service = await openService(CALLS);
}, 60_000);
afterAll(() => service.close());

const idsOf = async (path: string, token = service.tokens.acme): Promise<readonly number[]> =>
  (await service.ask(path, { token })).body.items.map(({ id }) => id);

test('a tenant’s call logs are listed newest first, blocked ones hidden but counted in total', async () => {
  const { status, body } = await service.ask('/1.0/cdr');
  expect([status, body.items.map(({ id }) => id), body.total, body.filtered]).toEqual([200, [4, 3, 1], 4, 3]);
});

test('an item has the keys of the contract, in its order', async () => {
  const { body } = await service.ask('/1.0/cdr/1');
  expect(body).toEqual({
    id: 1,
    tenant_uuid: '7e7e0001-0000-4000-8000-000000000001',
    start: '2026-01-05T10:01:00+00:00',
    end: '2026-01-05T10:01:10.500000+00:00',
    answered: true,
    answer: '2026-01-05T10:01:02+00:00',
    duration: 8,
    call_direction: 'internal',
    call_status: 'answered',
    conversation_id: '1.1',
    destination_details: { type: 'user' },
    destination_extension: '1002',
    destination_internal_context: null,
    destination_internal_extension: null,
    destination_line_id: 4,
    destination_name: 'Bob',
    destination_user_uuid: BOB,
    requested_name: null,
    requested_context: 'default',
    requested_extension: '1002',
    requested_internal_context: 'default',
    requested_internal_extension: '1002',
    requested_user_uuid: null,
    source_extension: '1001',
    source_internal_context: null,
    source_internal_name: null,
    source_internal_extension: null,
    source_line_id: null,
    source_name: 'Alice',
    source_user_uuid: ALICE,
    tags: ['a', 'b'],
    recordings: [
      {
        uuid: RECORDING,
        start_time: '2026-01-05T10:01:03+00:00',
        end_time: '2026-01-05T10:01:09+00:00',
        deleted: false,
        filename: `2026-01-05T10_01_03UTC-1-${RECORDING}.wav`,
      },
    ],
  });
  expect(Object.keys(body).slice(0, 4)).toEqual(['id', 'tenant_uuid', 'start', 'end']);
});

test.each([
  ['from=2026-01-05T10:03:00', [4, 3]],
  ['until=2026-01-05T10:03:00', [1]],
  ['from=2026-01-05T11:01:00%2B01:00&until=2026-01-05T10:01:01Z', [1]],
  ['search=zo%C3%AB', [3]],
  ['search=ALICE', [4, 1]],
  ['search=', [4, 3, 1]],
  [`search=2026-01-05T10_01_03UTC-1-${RECORDING}.wav`, [1]],
  ['search=2026-01-05T10_01_03UTC-1-4ec04d00-0000-4000-8000-000000000009.wav', []],
  ['search=%25', []],
  ['call_direction=inbound', [3]],
  ['number=1001', [4, 1]],
  ['number=_234', [4]],
  ['number=555_', [4]],
  ['number=_512_', [4]],
  ['number=%2B33142', [3]],
  ['tags=b', [1]],
  [`user_uuid=${ALICE}`, [1]],
  [`user_uuid=${ALICE.toUpperCase()},${CAROL}`, [3, 1]],
  [`user_uuid=${BOB}`, [1]],
  ['from_id=3', [4, 3]],
  ['conversation_id=3.1', [3]],
  ['requested_internal_extension=1002&requested_internal_context=default', [4, 3, 1]],
  ['requested_internal_context=other', []],
  ['recorded=true', [1]],
  ['recorded=off', [4, 3]],
  ['call_status=blocked', [2]],
  ['call_status=voicemail', [3]],
  ['call_status=answered,unknown', [4, 1]],
  ['duration_min=8', [1]],
  ['duration_max=7', []],
  ['hangup_cause=16', [4, 3, 1]],
  ['destination_kind=voicemail,external', [4, 3]],
  ['order=source_extension&direction=asc', [3, 1, 4]],
  ['order=answer', [1, 4, 3]],
  ['order=answered&direction=asc', [3, 4, 1]],
  ['order=call_status', [1, 3, 4]],
  ['order=destination_user_uuid', [3, 1, 4]],
  ['limit=1&offset=1', [3]],
  ['limit=0', [4, 3, 1]],
  ['tenant_uuids=x&unknown=1', [4, 3, 1]],
  ['call_direction=inbound&call_direction=internal', [3]],
  ['cursor=&limit=2', [4, 3]],
])('GET /cdr?%s', async (query, ids) => {
  expect(await idsOf(`/1.0/cdr?${query}`)).toEqual(ids);
});

test('a cursor goes on where the page before ended, in either direction', async () => {
  for (const direction of ['asc', 'desc']) {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await service.ask(`/1.0/cdr?limit=1&direction=${direction}&cursor=${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(direction === 'asc' ? [1, 3, 4] : [4, 3, 1]);
  }
});

test('counts are left out or estimated when that is asked for', async () => {
  expect((await service.ask('/1.0/cdr?count=none')).body).toMatchObject({ total: null, filtered: null });
  expect(typeof (await service.ask('/1.0/cdr?count=estimate')).body.total).toBe('number');
});

test('my calls are all that I took part in, without tags', async () => {
  const { body } = await service.ask('/1.0/users/me/cdr', { token: service.tokens.alice });
  expect([body.items.map(({ id }) => id), body.total, body.filtered]).toEqual([[1], 1, 1]);
  expect(Object.keys(body.items[0] ?? {})).not.toContain('tags');
  expect(await idsOf(`/1.0/users/me/cdr?user_uuid=${CAROL}`, service.tokens.alice)).toEqual([]);
});

test('a token of nobody has no calls of its own', async () => {
  const { status, body } = await service.ask('/1.0/users/me/cdr');
  expect([status, body.error_id]).toEqual([400, 'token-with-user-uuid-required']);
});

test('calls of a user are those that the user made or was finally reached by; total counts the tenant’s', async () => {
  const { body } = await service.ask(`/1.0/users/${BOB}/cdr`);
  expect([body.items.map(({ id }) => id), body.total, body.filtered]).toEqual([[1], 4, 1]);
});

test('the tenants below are seen with recurse only, and by their ids always', async () => {
  const { root } = service.tokens;
  expect(await idsOf('/1.0/cdr', root)).toEqual([]);
  expect(await idsOf('/1.0/cdr?recurse=true', root)).toEqual([5, 4, 3, 1]);
  expect((await service.ask('/1.0/cdr/5', { token: root })).status).toBe(200);
  expect(await idsOf(`/1.0/cdr?tenant=${BETA}`, root)).toEqual([5]);
  expect((await service.ask('/1.0/cdr', { token: root, headers: { 'Wazo-Tenant': BETA } })).body.items).toHaveLength(1);
});

test('a listing as CSV is a file', async () => {
  const { headers, text } = await service.ask('/1.0/cdr?format=csv&call_status=answered,blocked&order=id&direction=asc');
  expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    'text/csv; charset=utf-8',
    'attachment; filename=cdr.csv',
  ]);
  const lines = text.split('\r\n');
  expect(lines[0]).toMatch(/^id,tenant_uuid,answered,.*,tags,recording_1_uuid,.*,recording_1_filename$/);
  expect(lines[1]).toMatch(/^1,7e7e0001-0000-4000-8000-000000000001,True,2026-01-05T10:01:00\+00:00,/);
  expect(lines[2]).toContain("'=evil");
  expect(lines).toHaveLength(4);
});

test('an Accept of CSV is heard, for one call too; errors stay JSON', async () => {
  const headers = { Accept: 'text/csv; charset=utf-8' };
  expect((await service.ask('/1.0/cdr/3', { headers })).text).toContain('"Zoë, ""Z"""');
  const { status, body } = await service.ask('/1.0/cdr?from=abcd', { headers });
  expect([status, body.error_id, Object.keys(body.details)]).toEqual([400, 'invalid-data', ['from']]);
});

test('a call of another tenant is as unknown as one that there is not', async () => {
  for (const [id, token] of [
    [5, service.tokens.acme],
    [1, service.tokens.beta],
    [999, service.tokens.root],
  ] as const) {
    const { status, body } = await service.ask(`/1.0/cdr/${id}`, { token });
    expect([status, body.error_id, body.details]).toEqual([404, 'cdr-not-found-with-given-id', { cdr_id: id }]);
  }
});

test('a journey is the whole record', async () => {
  expect((await service.ask('/1.0/cdr/1/journey')).body).toMatchObject({ id: 1, conversationId: '1.1', journey: [] });
});

test('changes are told in order, and go on after the last one seen', async () => {
  const first = (await service.ask('/1.0/changes?limit=3')).body;
  const rest = (await service.ask(`/1.0/changes?after=${String(first.items[2]?.['seq'])}`)).body;
  expect([...first.items, ...rest.items].map(({ kind, cdr_id }) => [kind, cdr_id])).toEqual([1, 2, 3, 4].map((id) => ['created', id]));
});
