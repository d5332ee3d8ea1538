import { Readable } from 'node:stream';
import type { CallLogSearch, CdrFilter, CdrItem, ListedCall } from '@callstitch/application';
import { cdrItem } from '@callstitch/application';
import type { FastifyReply } from 'fastify';
import { csvHeader, csvLine } from './cdr-csv.js';
import type { CdrScope } from './cdr-filter.js';
import { everythingIn, filterOf, placeOf } from './cdr-filter.js';
import type { CdrQuery } from './cdr-query.js';

/** `me` sees no tags, as in the reference. */
function shown(call: ListedCall, scope: CdrScope): Partial<CdrItem> {
  const item = cdrItem(call);
  if (scope.participantUuid === undefined) return item;
  const { tags: _, ...rest } = item;
  return rest;
}

async function counts(search: CallLogSearch, filter: CdrFilter, query: CdrQuery, scope: CdrScope) {
  if (query.count === 'none') return { total: null, filtered: null };
  const [total, filtered] = await Promise.all([search.count(everythingIn(scope), query.count), search.count(filter, query.count)]);
  return { total, filtered };
}

/** A page as an object, or all of them as a stream of one. */
export async function answerJson(search: CallLogSearch, query: CdrQuery, scope: CdrScope): Promise<object | Readable> {
  const filter = filterOf(query, scope);
  const place = placeOf(query);
  if (query.cursor !== undefined) {
    const at = {
      after: query.cursor === '' ? null : query.cursor,
      descending: place.descending,
      limit: query.limit === 0 ? 1_000 : query.limit,
    };
    const [{ calls, next }, counted] = await Promise.all([search.page(filter, at), counts(search, filter, query, scope)]);
    return { items: calls.map((call) => shown(call, scope)), ...counted, next_cursor: next };
  }
  if (place.limit !== null && place.limit <= MOST_AT_ONCE) {
    const [calls, counted] = await Promise.all([search.find(filter, place), counts(search, filter, query, scope)]);
    return { items: calls.map((call) => shown(call, scope)), ...counted };
  }
  const counted = await counts(search, filter, query, scope);
  return textStream(jsonParts(search.stream(filter, place), scope, counted));
}

/** More than so many are not held in memory at once. */
const MOST_AT_ONCE = 1_000;

async function* jsonParts(calls: AsyncIterable<readonly ListedCall[]>, scope: CdrScope, counted: object): AsyncGenerator<string> {
  let before = '{"items":[';
  for await (const some of calls) {
    yield before + some.map((call) => JSON.stringify(shown(call, scope))).join(',');
    before = ',';
  }
  yield `${before === ',' ? '' : before}],${JSON.stringify(counted).slice(1)}`;
}

/** All lines of a listing as a stream. */
export async function answerCsv(search: CallLogSearch, query: CdrQuery, scope: CdrScope): Promise<Readable> {
  const filter = filterOf(query, scope);
  const place = placeOf(query);
  const recordings = await search.mostRecordings(filter, place);
  return textStream(csvParts(search.stream(filter, place), scope, recordings));
}

async function* csvParts(calls: AsyncIterable<readonly ListedCall[]>, scope: CdrScope, recordings: number): AsyncGenerator<string> {
  yield csvHeader(recordings);
  for await (const some of calls) yield some.map((call) => csvLine(shown(call, scope), recordings)).join('');
}

/** One call as CSV. */
export function oneAsCsv(call: ListedCall): string {
  const item = cdrItem(call);
  return csvHeader(item.recordings.length) + csvLine(item, item.recordings.length);
}

/** Says that an answer is a CSV file. */
export function asCsv(reply: FastifyReply): void {
  void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename=cdr.csv');
}

const CHUNK = 65_536;

/** Small texts in large pieces: a piece for every call would cost more than the call. */
function textStream(parts: AsyncGenerator<string>): Readable {
  return Readable.from(inPieces(parts), { objectMode: false });
}

async function* inPieces(parts: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < CHUNK) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}
