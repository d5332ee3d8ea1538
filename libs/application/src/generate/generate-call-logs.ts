import type { Cel, Instant, Linkedid } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { Batch, Claim } from './call-log-book.js';
import type { Decision } from './decide-writes.js';
import type { IdSpan } from './id-span.js';
import { covering, joined, spansOf } from './id-span.js';
import type { Generated, GenerateOptions } from './generate-options.js';
import { prepareBatch, prepareUnread } from './prepare-batch.js';

/** Which rows begin: the newest unread ones, the unread ones of a period or of some ids, or whole conversations by name. */
export type Seeds =
  | { readonly kind: 'newest'; readonly count: number }
  | { readonly kind: 'since'; readonly instant: Instant }
  /** `onlyUnread` leaves those out of which every row is read. */
  | { readonly kind: 'linkedids'; readonly linkedids: readonly Linkedid[]; readonly onlyUnread?: boolean }
  | { readonly kind: 'span'; readonly span: IdSpan; readonly count: number }
  /** No rows, but conversations that fell silent or may fare better now. */
  | { readonly kind: 'due' };

const NOTHING: Generated = { rowsRead: 0, created: 0, updated: 0, unchanged: 0, open: 0, refused: 0, unusable: 0, batches: 0 };

function plus(before: Generated, rows: number, batch: Batch, decision: Decision): Generated {
  const count = (state: string): number => batch.outcomes.filter((outcome) => outcome.state === state).length;
  return {
    rowsRead: before.rowsRead + rows,
    created: before.created + decision.created,
    updated: before.updated + decision.updated,
    unchanged: before.unchanged + decision.unchanged,
    open: before.open + count('open'),
    refused: before.refused + count('refused'),
    unusable: before.unusable,
    batches: before.batches + 1,
  };
}

async function written(batch: Batch, claim: Claim | null, { book, dryRun = false, onWrite }: GenerateOptions): Promise<Decision> {
  const decision = dryRun ? await book.preview(batch) : await book.write(batch, claim);
  if (onWrite !== undefined) for (const conversation of decision.conversations) await onWrite(conversation);
  return decision;
}

/** When the row under the highest id read is another one than remembered, the table was truncated and its ids restarted. */
async function noticeRestart({ store, book }: GenerateOptions, bounds: IdSpan): Promise<void> {
  const bookmark = await book.bookmark(store.source);
  if (bookmark === null) return;
  const digest = await store.digestOf(bookmark.id);
  const restarted = digest === null ? bounds.until <= bookmark.id : digest !== bookmark.digest;
  if (restarted) await book.forgetRead(store.source);
}

/** Newest rows come first, so that one of a run's first batches has its highest id and the others nothing to remember. */
async function remember({ store, book, dryRun = false }: GenerateOptions, span: IdSpan, before: number): Promise<number> {
  const id = span.until - 1;
  if (dryRun || id <= before) return before;
  const digest = await store.digestOf(id);
  const bookmark = await book.bookmark(store.source);
  if (digest !== null && (bookmark === null || bookmark.id < id)) await book.setBookmark(store.source, { id, digest });
  return id;
}

/** While one batch is written, the next one is read and told: the database and we take turns at waiting otherwise. */
async function generateUnread(within: IdSpan, atMost: number, options: GenerateOptions, before: Generated): Promise<Generated> {
  const { book, batchRows, dryRun = false, onProgress } = options;
  let generated = before;
  let left = atMost;
  let underway: readonly IdSpan[] = [];
  let highest = -Infinity;
  const prepareNext = () => prepareUnread({ within, atMost: Math.min(batchRows, left), underway }, options);
  let preparing = left > 0 ? prepareNext() : NOTHING_LEFT;
  try {
    for (let prepared = await preparing; prepared !== null; prepared = await preparing) {
      const { batch, claim, rows, unusable } = prepared;
      left -= rows;
      // A dry run marks nothing read, so it has to know everything that it has read.
      underway = dryRun ? joined([...underway, ...batch.read]) : batch.read;
      preparing = left > 0 ? prepareNext() : NOTHING_LEFT;
      // It is awaited, but perhaps not before it fails.
      preparing.catch(() => undefined);
      try {
        const decision = await written(batch, claim, options);
        generated = plus({ ...generated, unusable: generated.unusable + unusable }, rows, batch, decision);
        highest = await remember(options, claim.span, highest);
      } finally {
        await book.release(claim);
      }
      onProgress?.(generated);
    }
    return generated;
  } finally {
    const unwritten = await preparing.catch(() => null);
    if (unwritten !== null) await book.release(unwritten.claim);
  }
}

const NOTHING_LEFT = Promise.resolve(null);

async function generateNamed(
  { linkedids, onlyUnread = false }: Omit<Extract<Seeds, { kind: 'linkedids' }>, 'kind'>,
  options: GenerateOptions,
  before: Generated,
): Promise<Generated> {
  if (linkedids.length === 0) return before;
  const named = await options.store.readKin(linkedids, null);
  const seeds = onlyUnread ? await withUnreadRows(named, options) : named;
  if (seeds.length === 0) return before;
  const { batch, rows } = await prepareBatch({ cels: seeds, unusable: [] }, null, options);
  return plus(before, rows, batch, await written(batch, null, options));
}

/** The rows of those linkedids that have an unread one. */
async function withUnreadRows(cels: readonly Cel[], { store, book }: GenerateOptions): Promise<readonly Cel[]> {
  const unread = await book.unread(store.source, spansOf(cels.map(({ id }) => id)));
  if (unread.length === 0) return [];
  const isUnread = covering(unread);
  const linkedids = new Set(cels.filter(({ id }) => isUnread(id)).map(({ linkedid }) => linkedid));
  return cels.filter(({ linkedid }) => linkedids.has(linkedid));
}

/** Conversations that fell silent, or that another teller refused, in pieces that fit into memory. */
async function generateDue(options: GenerateOptions, before: Generated): Promise<Generated> {
  const { store, book, teller, now, silentAfterMinutes } = options;
  const due = await book.dueAgain(store.source, secondsAfter(now(), -60 * silentAfterMinutes), teller);
  let generated = before;
  for (let from = 0; from < due.length; from += DUE_AT_ONCE)
    generated = await generateNamed({ linkedids: due.slice(from, from + DUE_AT_ONCE) }, options, generated);
  return generated;
}

const DUE_AT_ONCE = 500;

/**
 * Generates call logs from unread rows, newest first, in batches of one transaction each.
 *
 * May be stopped, repeated and run several times at once: the result is the same, each conversation once.
 */
export async function generateCallLogs(seeds: Seeds, options: GenerateOptions): Promise<Generated> {
  if (seeds.kind === 'linkedids') return generateNamed(seeds, options, NOTHING);
  if (seeds.kind === 'span') return generateUnread(seeds.span, seeds.count, options, NOTHING);
  const bounds = await options.store.bounds();
  if (bounds === null) return NOTHING;
  if (options.dryRun !== true) await noticeRestart(options, bounds);
  const due = await generateDue(options, NOTHING);
  if (seeds.kind === 'due') return due;
  if (seeds.kind === 'newest') return generateUnread(bounds, seeds.count, options, due);
  const from = await options.store.firstIdSince(seeds.instant);
  return from === null ? due : generateUnread({ from, until: bounds.until }, Infinity, options, due);
}
