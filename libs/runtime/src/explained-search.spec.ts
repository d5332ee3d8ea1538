import type { CallLogSearch, CdrFilter, CdrPlace } from '@callstitch/application';
import { explainedSearch } from './explained-search.js';

const FILTER: CdrFilter = { tenantUuids: ['own'] };
const PLACE: CdrPlace = { order: 'start', descending: true, offset: 0, limit: null };

const lost = () => Object.assign(new Error('gone'), { code: 'ECONNRESET' });
const fail = (): Promise<never> => Promise.reject(lost());

const search = explainedSearch({
  find: fail,
  page: fail,
  async *stream() {
    yield await fail();
  },
  mostRecordings: fail,
  count: fail,
  get: fail,
  getWhole: fail,
} satisfies CallLogSearch);

test.each([
  ['find', () => search.find(FILTER, PLACE)],
  ['page', () => search.page(FILTER, { after: null, descending: true, limit: 1 })],
  ['stream', () => search.stream(FILTER, PLACE)[Symbol.asyncIterator]().next()],
  ['mostRecordings', () => search.mostRecordings(FILTER, PLACE)],
  ['count', () => search.count(FILTER, 'exact')],
  ['get', () => search.get(1, ['own'])],
  ['getWhole', () => search.getWhole(1, ['own'])],
])('%s says in a sentence that the database is gone', async (_name, work) => {
  await expect(work()).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
});
