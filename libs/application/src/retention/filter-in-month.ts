import type { CallFilter } from '@callstitch/domain';
import type { CallMonth } from './purge-store.js';

const NOBODY: CallFilter = { kind: 'some', filters: [] };
const EVERYBODY: CallFilter = { kind: 'every', filters: [] };

/** Whether a filter picks nobody without looking at a single call. */
export function picksNobody(filter: CallFilter): boolean {
  return filter.kind === 'some' && filter.filters.length === 0;
}

function picksEverybody(filter: CallFilter): boolean {
  return filter.kind === 'every' && filter.filters.length === 0;
}

/**
 * What is left to ask of the calls of one month, whose starts are known: `started-before` is answered by the month, so
 * that a month which is too young is not looked at, and one that is old enough is asked only about its holds.
 */
export function filterInMonth(filter: CallFilter, month: CallMonth): CallFilter {
  switch (filter.kind) {
    case 'started-before':
      if (month.until <= filter.at) return EVERYBODY;
      return month.from >= filter.at ? NOBODY : filter;
    case 'ended-before':
      // No call ends before it starts.
      return month.from >= filter.at ? NOBODY : filter;
    case 'not':
      return negated(filterInMonth(filter.filter, month));
    case 'some': {
      const left = filter.filters.map((one) => filterInMonth(one, month)).filter((one) => !picksNobody(one));
      if (left.some(picksEverybody)) return EVERYBODY;
      return alone(left) ?? { kind: 'some', filters: left };
    }
    case 'every': {
      const left = filter.filters.map((one) => filterInMonth(one, month)).filter((one) => !picksEverybody(one));
      if (left.some(picksNobody)) return NOBODY;
      return alone(left) ?? { kind: 'every', filters: left };
    }
    default:
      return filter;
  }
}

function negated(filter: CallFilter): CallFilter {
  if (picksNobody(filter)) return EVERYBODY;
  if (picksEverybody(filter)) return NOBODY;
  return filter.kind === 'not' ? filter.filter : { kind: 'not', filter };
}

function alone(filters: readonly CallFilter[]): CallFilter | null {
  return filters.length === 1 ? (filters[0] ?? null) : null;
}
