import type { Instant } from '@callstitch/domain';
import type { Removal } from '../retention/recording-files.js';

/** A regular file in a directory of recordings. */
export interface FoundFile {
  /** Its real path: no link is part of it. */
  readonly path: string;
  readonly bytes: number;
  /** When it was last written to. */
  readonly writtenAt: Instant;
}

/** How a directory that the operator named looks; only in a `usable` one there are files. */
export interface SweptDirectory {
  readonly directory: string;
  readonly state: 'usable' | 'empty' | 'missing' | 'unreadable';
}

/**
 * Where a path leads that a recording names, and in which of the directories; null for none of them. `unknown` is what
 * cannot be looked at, and a link that leads to nothing just now. A relative path, as Asterisk's recorders may be given,
 * may lead into each of the directories; where it leads into none, it is not known in which one it should.
 */
export type Whereabouts =
  | { readonly kind: 'there'; readonly realPaths: readonly string[] }
  | { readonly kind: 'missing' | 'unknown'; readonly directory: string | null };

/** Some files of a directory, or a folder in it that cannot be read. */
export type Listed =
  | { readonly kind: 'files'; readonly files: readonly FoundFile[] }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** The files in the directories of recordings that the operator named, as a sweep sees them. */
export interface SweepFiles {
  /** How they look just now; never rejects for one that cannot be used. */
  directories(): Promise<readonly SweptDirectory[]>;
  /** Follows all links; never rejects. */
  locate(path: string): Promise<Whereabouts>;
  /** The regular files of a directory and its folders, some at a time. No link is followed. */
  list(directory: string, atOnce: number): AsyncIterable<Listed>;
  /** Removes a file that is still a regular one and was written to before an instant; never rejects. */
  remove(file: FoundFile, writtenBefore: Instant): Promise<Removal>;
}
