import { CallstitchError } from '@callstitch/domain';

/** A place in the feed: behind a line, or before the first. */
export interface FeedPlace {
  readonly transaction: bigint;
  readonly line: bigint;
}

/** Before everything. */
export const FEED_START = '0-0';

const SEQ = /^(\d{1,19})-(\d{1,15})$/;

/** Reads the `seq` of a line. Throws ARGUMENT_INVALID for what is none. */
export function feedPlace(seq: string): FeedPlace {
  const [, transaction, line] = SEQ.exec(seq) ?? [];
  if (transaction === undefined || line === undefined) {
    throw new CallstitchError('ARGUMENT_INVALID', `"${seq}" is no line of the change feed; take it from the last one that was read.`);
  }
  return { transaction: BigInt(transaction), line: BigInt(line) };
}

/** Whether one line comes behind another. */
export function isBehind(seq: string, other: string): boolean {
  const [one, two] = [feedPlace(seq), feedPlace(other)];
  return one.transaction === two.transaction ? one.line > two.line : one.transaction > two.transaction;
}

/** The place from which a line itself is the next to be read. */
export function justBefore(seq: string): string {
  const { transaction, line } = feedPlace(seq);
  return line === 0n ? seq : `${transaction}-${line - 1n}`;
}
