import type { Cel } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { Batch, Claim } from './call-log-book.js';
import type { SpanRead } from './cel-store.js';
import { chooseSeeds } from './choose-seeds.js';
import type { GenerateOptions } from './generate-options.js';
import type { IdSpan } from './id-span.js';
import { covering, hullOf, spansOf, without } from './id-span.js';
import { tellConversations } from './tell-conversations.js';
import { widen } from './widen.js';

/** A batch that is told and not yet written. */
export interface PreparedBatch {
  readonly batch: Batch;
  /** Unread rows that it began with, and how many of them say nothing usable. */
  readonly rows: number;
  readonly unusable: number;
}

/** Widens rows to whole conversations and tells them; `beside` are rows of the claimed span that are not seeds. */
export async function prepareBatch(
  seeds: SpanRead,
  claimed: { readonly span: IdSpan; readonly beside: readonly Cel[] } | null,
  { store, book, dialect, directory = null, tagger = null, teller, now, silentAfterMinutes }: GenerateOptions,
): Promise<PreparedBatch> {
  const rows = await widen(seeds.cels, { store, book, covered: claimed?.span ?? null, beside: claimed?.beside ?? [] });
  const read = spansOf([...rows, ...seeds.unusable].map(({ id }) => id));
  const silentSince = secondsAfter(now(), -60 * silentAfterMinutes);
  return {
    batch: { source: store.source, read, outcomes: await tellConversations(rows, { dialect, directory, tagger }, silentSince), teller },
    rows: seeds.cels.length + seeds.unusable.length,
    unusable: seeds.unusable.length,
  };
}

/**
 * Claims the newest unread rows, at most so many, and prepares their batch; null when none are left.
 *
 * `underway` is what another batch of this run has read and not yet written.
 */
export async function prepareUnread(
  { within, atMost, underway }: { readonly within: IdSpan; readonly atMost: number; readonly underway: readonly IdSpan[] },
  options: GenerateOptions,
): Promise<(PreparedBatch & { readonly claim: Claim }) | null> {
  const { store, book } = options;
  let parts: readonly IdSpan[] = [];
  const claim = await book.claim(store.source, within, async (unread) => {
    parts = await chooseSeeds(store, without(unread, underway), atMost);
    return hullOf(parts);
  });
  if (claim === null) return null;
  try {
    const read = await store.read(claim.span);
    const isSeed = parts.length === 1 ? () => true : covering(parts);
    const seeds = {
      cels: read.cels.filter(({ id }) => isSeed(id)),
      unusable: read.unusable.filter(({ id }) => isSeed(id)),
    };
    if (options.dryRun !== true) book.expect?.(seeds.cels.map(({ eventTime }) => eventTime));
    const beside = read.cels.filter(({ id }) => !isSeed(id));
    return { ...(await prepareBatch(seeds, { span: claim.span, beside }, options)), claim };
  } catch (error) {
    await book.release(claim);
    throw error;
  }
}
