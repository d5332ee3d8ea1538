/** What became of a file that was to be removed. */
export type Removal = { readonly kind: 'removed' } | { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly reason: string };

/** Whether a file is there; `unknown` of one that lies where we may not look. */
export type Sight = 'there' | 'missing' | 'unknown';

/** The files of recordings, in directories that the operator named; nothing outside of them is touched. */
export interface RecordingFiles {
  /** Removes a file; never rejects for one that cannot be removed. */
  remove(path: string): Promise<Removal>;
  /** Looks whether a file is there; never rejects. */
  look(path: string): Promise<Sight>;
}
