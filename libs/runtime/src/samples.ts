import { Readable } from 'node:stream';
import type { Dialect } from '@callstitch/application';
import type { Conversation } from '@callstitch/correlation';
import type { Directory } from '@callstitch/domain';

/** Recorded calls to look at, and who is who in them. */
export interface Samples {
  /** CSV files of CELs. */
  readonly files: readonly string[];
  /** A directory file. */
  readonly directory: string;
}

export interface OpenSamples {
  readonly directory: Directory;
  /** Another text when the directory says something else. */
  readonly version: string;
  /** Whether a conversation is one of the samples, by its linkedid. */
  has(conversation: Pick<Conversation, 'id'>): boolean;
}

/** Reads the samples' directory, and by what their conversations are known; rejects with a CallstitchError when a file cannot be used. */
export async function openSamples({ files, directory: path }: Samples): Promise<OpenSamples> {
  const { csvCelSource } = await import('@callstitch/source-csv');
  const { openDirectoryFile } = await import('@callstitch/directory-file');
  const { directory, version } = await openDirectoryFile(path);
  const linkedids = new Set<string>();
  for await (const cels of csvCelSource(files, { stdin: Readable.from([]) }).read(() => undefined)) {
    for (const { linkedid } of cels) linkedids.add(linkedid);
  }
  return { directory, version, has: ({ id }) => linkedids.has(id) };
}

/** Tells samples by one dialect and all other calls by another: nobody else's extension 1001 gets a sample's name. */
export function forSamples(samples: OpenSamples, own: Dialect, others: Dialect): Dialect {
  return { name: others.name, tell: (conversation) => (samples.has(conversation) ? own : others).tell(conversation) };
}
