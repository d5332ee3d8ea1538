import type { CallLog } from '@callstitch/domain';
import { firstWords } from './first-words.js';
import { sightsOf } from './sights.js';

const URL = 'http://127.0.0.1:9298';
const CAROL = '0ff1ce00-0000-4000-8000-000000001003';
const DATABASE = {
  host: '127.0.0.1',
  port: 23_951,
  user: 'callstitch',
  database: 'callstitch',
  passwordFile: `${process.cwd()}/data/password`,
};
const NOTHING = { url: URL, token: null, readerToken: null, sights: null, ownDatabase: null };

/** A call, as far as it is looked at. */
function call(id: number, changed: object = {}): CallLog {
  const tags = [{ tag: id === 3 ? 'sales' : 'support', tagger: 'userfield' }];
  const destination = { userUuid: CAROL, name: 'Carol', number: '1003' };
  return {
    ...{ id, status: 'answered', direction: 'inbound', tags, transfers: [], journey: [], destination },
    ...{ source: { name: 'BIG CLIENT', number: '4385555010' }, ...changed },
  } as unknown as CallLog;
}

const TRANSFERS = [{ kind: 'attended' }];

test('a call from outside with a transfer is worth a look, and so are whom it came to and the tag of most calls', () => {
  const sights = sightsOf([
    call(1),
    call(2),
    call(3),
    call(4, { transfers: TRANSFERS, direction: 'internal' }),
    call(5, { transfers: TRANSFERS }),
  ]);
  expect(sights).toEqual({
    ...{ calls: 5, tag: 'support', user: { uuid: CAROL, name: 'Carol' } },
    journey: { id: 5, about: 'BIG CLIENT, by attended transfer to Carol' },
  });
});

test('of calls without any of it nothing is shown', () => {
  const sights = sightsOf([call(1, { tags: [] })]);
  expect(sights).toEqual({ calls: 1, tag: null, journey: null, user: null });
  const said = firstWords({ ...NOTHING, token: 'cs_1', sights });
  expect(said).toContain("/1.0/cdr?recurse=true&limit=3'");
  expect(said).not.toMatch(/journey|users|tags=/);
});

test('the first start shows a token and what to ask with it; a later one only where to go on', () => {
  const sights = { calls: 5, tag: 'sales', journey: { id: 5, about: 'a transfer' }, user: { uuid: CAROL, name: 'Carol' } };
  const first = firstWords({ ...NOTHING, token: 'cs_1', readerToken: 'cs_2', sights, ownDatabase: DATABASE });
  for (const path of ['/cdr?tags=sales&limit=3', '/cdr/5/journey', `/users/${CAROL}/cdr?limit=3`, '/cdr/stream']) {
    expect(first).toContain(`-H "X-Auth-Token: $TOKEN" '${URL}/1.0${path}'`);
  }
  expect(first).toContain(`'X-Auth-Token: cs_2' '${URL}/1.0/cdr'`);
  const later = firstWords({ ...NOTHING, ownDatabase: DATABASE });
  expect(later).toContain('PGPASSWORD=$(cat data/password) psql -h 127.0.0.1 -p 23951 -U callstitch callstitch');
  expect(later).toMatch(/What next: docs\/what-next\.md\n$/);
  expect(later).not.toMatch(/curl/);
  expect(firstWords(NOTHING)).not.toMatch(/psql/);
});
