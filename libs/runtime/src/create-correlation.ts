import type { CelsCorrelated, Dialect } from '@callstitch/application';
import { correlateCels } from '@callstitch/application';
import type { Conversation } from '@callstitch/correlation';
import { dialectByName } from './dialect-by-name.js';
import { readDirectory } from './read-directory.js';

export interface CorrelationOptions {
  /** CSV files, plain or gzipped; `-` is `stdin`. */
  readonly inputs: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
  readonly dialect: string;
  readonly trunks: readonly string[];
  readonly internal: readonly string[];
  readonly directoryFile: string | null;
  /** IANA name of the zone of times that name none. */
  readonly timezone: string;
}

export interface Correlation {
  /** Reads all inputs and tells their conversations. */
  run(onProgress?: (rows: number) => void): Promise<CelsCorrelated>;
  /** The conversation with that id, or with a linkedid or channel of that name; null when there is none. Answers after `run`. */
  conversation(id: string): Conversation | null;
}

/** Connects files, directory and dialect; rejects with a CallstitchError when one of them cannot be used. */
export async function createCorrelation(options: CorrelationOptions): Promise<Correlation> {
  const { inputs, stdin, trunks, internal, directoryFile, timezone } = options;
  // Loaded here, so that who reads no files does not wait for it.
  const { csvCelSource } = await import('@callstitch/source-csv');
  const source = csvCelSource(inputs, { stdin, timezone });
  const directory = await readDirectory(directoryFile);
  const heard: Conversation[] = [];
  const dialect = listening(dialectByName(options.dialect, { trunks, internal, directory }), heard);
  return {
    async run(onProgress) {
      heard.length = 0;
      return correlateCels({ source, dialect, ...(onProgress === undefined ? {} : { onProgress }) });
    },
    conversation: (id) =>
      heard.find((conversation) => conversation.id === id) ??
      heard.find(({ cels }) => cels.some(({ linkedid, uniqueid }) => linkedid === id || (uniqueid as string) === id)) ??
      null,
  };
}

/** The same dialect; keeps hold of the rows of each conversation, which a telling shows only in part. */
function listening(dialect: Dialect, heard: Conversation[]): Dialect {
  return {
    name: dialect.name,
    tell(conversation) {
      heard.push(conversation);
      return dialect.tell(conversation);
    },
  };
}
