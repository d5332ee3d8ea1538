import type { CallLogSearch } from '@callstitch/application';
import { databaseFailure, explained } from './database-failure.js';

/** The same search; failures of its database are in a person's words, also in the middle of a stream. */
export function explainedSearch(search: CallLogSearch): CallLogSearch {
  return {
    find: (filter, place) => explained(() => search.find(filter, place)),
    page: (filter, at) => explained(() => search.page(filter, at)),
    async *stream(filter, place) {
      try {
        yield* search.stream(filter, place);
      } catch (error) {
        throw databaseFailure(error);
      }
    },
    mostRecordings: (filter, place) => explained(() => search.mostRecordings(filter, place)),
    count: (filter, how) => explained(() => search.count(filter, how)),
    get: (id, tenantUuids) => explained(() => search.get(id, tenantUuids)),
    getWhole: (id, tenantUuids) => explained(() => search.getWhole(id, tenantUuids)),
  };
}
