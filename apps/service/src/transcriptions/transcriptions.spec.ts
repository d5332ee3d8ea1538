import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ACME, BETA } from '../testing/told-call.js';

let service: OpenedService;
beforeAll(async () => {
  service = await openService([]);
  const { transcriptions } = service.callstitch;
  const said = { voicemailId: 3, text: 'Please call back', providerId: 'whisper', language: 'en', durationSeconds: 12.5 };
  await transcriptions.store({ ...said, messageId: 'one', tenantUuid: ACME });
  await transcriptions.store({ ...said, messageId: 'two', tenantUuid: ACME, voicemailId: 4, text: '100% sure', durationSeconds: null });
  await transcriptions.store({ ...said, messageId: 'three', tenantUuid: BETA });
  await transcriptions.store({ ...said, messageId: 'four', tenantUuid: '7e7e0001-0000-4000-8000-000000000009' });
}, 60_000);
afterAll(() => service.close());

const PATH = '/1.0/voicemails/transcriptions';

test('a transcription is shown by the reference’s names', async () => {
  const { status, body } = await service.ask(`${PATH}?voicemail_id=3`);
  expect([status, body]).toEqual([
    200,
    {
      items: [
        {
          message_id: 'one',
          tenant_uuid: ACME,
          voicemail_id: 3,
          transcription_text: 'Please call back',
          provider_id: 'whisper',
          language: 'en',
          duration: 12.5,
          created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00$/) as string,
        },
      ],
      total: 2,
      filtered: 1,
    },
  ]);
});

test.each([
  ['', 'two one', 2],
  ['order=message_id&direction=asc', 'one two', 2],
  ['limit=0', '', 2],
  ['limit=1&offset=1', 'one', 2],
  ['search_text=100%25', 'two', 1],
  ['voicemail_id=3,4', 'two one', 2],
  ['voicemail_id=9', '', 0],
  ['from=2100-01-01T00:00', '', 0],
  ['until=2100-01-01T00:00', 'two one', 2],
])('the list with %j shows %j', async (query, ids, filtered) => {
  const { body } = await service.ask(`${PATH}?${query}`);
  expect([body.items.map((item) => item['message_id']).join(' '), body.filtered, body.total]).toEqual([ids, filtered, 2]);
});

test('the master tenant sees those of all tenants, also of one that nobody made', async () => {
  expect((await service.ask(PATH, { token: service.tokens.root })).body.total).toBe(4);
});

test.each(['limit=-1', 'offset=x', 'order=text', 'direction=up', 'from=2026-01-01', 'until=x', 'voicemail_id=', 'voicemail_id=a'])(
  'a list with %s is a 400 that names it',
  async (query) => {
    const { status, body } = await service.ask(`${PATH}?${query}`);
    expect([status, body.error_id, Object.keys(body.details)]).toEqual([400, 'invalid-data', [query.split('=')[0]]]);
  },
);
