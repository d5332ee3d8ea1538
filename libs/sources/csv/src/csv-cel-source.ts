import type { BrokenRow, CelSource } from '@callstitch/application';
import { localTime } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import { CallstitchError, SharedStrings } from '@callstitch/domain';
import { CelReader } from './cel-reader.js';
import { csvRows } from './csv-rows.js';
import { inputBytes, refuseUnusableFile, shownName, STDIN } from './input-bytes.js';
import { plainText } from './plain-text.js';
import { readHeader } from './read-header.js';

export interface CsvCelSourceOptions {
  /** What the input `-` stands for. */
  readonly stdin: NodeJS.ReadableStream;
  /** IANA name of the zone of times that name none. */
  readonly timezone?: string;
}

/**
 * CELs from CSV files with a header, plain or gzipped, one after the other; `-` is the given stream.
 *
 * Files that cannot be opened are refused before the first row is read; a file that turns out to be damaged
 * (a cut gzip) is refused after the rows that could be read.
 */
export function csvCelSource(inputs: readonly string[], { stdin, timezone = 'UTC' }: CsvCelSourceOptions): CelSource {
  const zone = localTime(timezone);
  if (inputs.filter((input) => input === STDIN).length > 1) {
    throw new CallstitchError('ARGUMENT_INVALID', 'Standard input (-) can be read only once; name it once among the files.');
  }
  let ownIds = true;
  return {
    ownIds: () => ownIds,
    async *read(onBroken) {
      for (const input of inputs) await refuseUnusableFile(input);
      const strings = new SharedStrings();
      let rowsSeen = 0;
      ownIds = true;
      for (const input of inputs) {
        const reader = new CelReader({ zone, strings, firstId: rowsSeen + 1 });
        for await (const cels of readInput(input, { stdin, reader, onBroken })) {
          ownIds &&= reader.hasIds;
          yield cels;
        }
        rowsSeen = reader.rowsSeen;
      }
    },
  };
}

interface ReadInputOptions {
  readonly stdin: NodeJS.ReadableStream;
  readonly reader: CelReader;
  readonly onBroken: (row: BrokenRow) => void;
}

async function* readInput(input: string, { stdin, reader, onBroken }: ReadInputOptions): AsyncGenerator<readonly Cel[]> {
  let row = 0;
  for await (const rows of csvRows(plainText(inputBytes(input, stdin), shownName(input)))) {
    const cels: Cel[] = [];
    for (const { fields, fault } of rows) {
      row++;
      if (fields.length === 1 && fields[0] === '') continue;
      if (!reader.knowsColumns) {
        reader.useColumns(readHeader(fields, shownName(input)));
        continue;
      }
      const read = fault ?? reader.read(fields);
      if (typeof read === 'string') onBroken({ input, row, reason: read });
      else cels.push(read);
    }
    if (cels.length > 0) yield cels;
  }
  if (!reader.knowsColumns)
    throw new CallstitchError('CEL_FILE_INVALID', `${shownName(input)} holds only blank lines; export the CELs again.`);
}
