import type { Instant } from '@callstitch/domain';

/** What became of a file that was to be removed. */
export type Removal = { readonly kind: 'removed' } | { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly reason: string };

/** Whether a file is there; `unknown` of one that lies where we may not look. */
export type Sight = 'there' | 'missing' | 'unknown';

/** An open file: what is read of it stays the same, also when it is deleted meanwhile. */
export interface OpenFile {
  readonly size: number;
  readonly modifiedAt: Instant;
  /** The bytes `[from, until)`; throws while it is iterated when they cannot be read. */
  stream(from: number, until: number): AsyncIterable<Uint8Array>;
  /** Again does nothing. */
  close(): Promise<void>;
}

/** What became of a file that was to be opened; the reason names no path. */
export type Opening =
  { readonly kind: 'open'; readonly file: OpenFile } | { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly reason: string };

/** The files of recordings, in directories that the operator named; nothing outside of them is touched. */
export interface RecordingFiles {
  /** Removes a file; never rejects for one that cannot be removed. */
  remove(path: string): Promise<Removal>;
  /** Looks whether a file is there; never rejects. */
  look(path: string): Promise<Sight>;
  /** Opens a file to read it; never rejects for one that cannot be read. */
  open(path: string): Promise<Opening>;
}
