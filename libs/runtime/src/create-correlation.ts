import type { CelsCorrelated, Dialect } from '@callstitch/application';
import { correlateCels } from '@callstitch/application';
import type { Conversation } from '@callstitch/correlation';
import type { TellerOptions } from './create-teller.js';
import { createTeller } from './create-teller.js';

export interface CorrelationOptions extends TellerOptions {
  /** CSV files, plain or gzipped; `-` is `stdin`. */
  readonly inputs: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
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
  const { inputs, stdin, timezone } = options;
  // Loaded here, so that who reads no files does not wait for it.
  const { csvCelSource } = await import('@callstitch/source-csv');
  const source = csvCelSource(inputs, { stdin, timezone });
  const teller = await createTeller(options);
  const heard: Conversation[] = [];
  return {
    async run(onProgress) {
      heard.length = 0;
      return correlateCels({
        source,
        narrator: async (cels) => {
          const { dialect, directory, tagger } = await teller.narrator(() => Promise.resolve(cels));
          return { dialect: listening(dialect, heard), directory, tagger };
        },
        ...(onProgress === undefined ? {} : { onProgress }),
      });
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
