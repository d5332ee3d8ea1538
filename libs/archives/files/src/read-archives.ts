import type { ArchivedCall, CallLogArchiveReader } from '@callstitch/application';
import { readArchivedCall } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { FileToRead } from './find-files.js';
import { findFiles } from './find-files.js';
import { linesOf } from './lines-of.js';

export interface ReadArchivesOptions {
  /** False to read files of an archive without asking its manifest. */
  readonly manifest: boolean;
}

const AT_ONCE = 1_000;

type OnBroken = Parameters<CallLogArchiveReader['read']>[0];

/** Reads archives: folders of purges, folders of those, or bare files. All manifests are checked before the first call is read. */
export function readArchives(paths: readonly string[], options: ReadArchivesOptions): CallLogArchiveReader {
  return {
    async *read(onBroken) {
      const files: FileToRead[] = [];
      for (const path of paths) files.push(...(await findFiles(path, options)));
      for (const file of files) yield* readFile(file, onBroken);
    },
  };
}

async function* readFile({ path, rows }: FileToRead, onBroken: OnBroken): AsyncGenerator<readonly ArchivedCall[]> {
  let row = 0;
  let batch: ArchivedCall[] = [];
  for await (const piece of linesOf(path)) {
    if ('damage' in piece) {
      onBroken({ input: path, row: row + 1, reason: piece.damage });
      continue;
    }
    for (const line of piece.lines) {
      row++;
      const call = readArchivedCall(line);
      if ('reason' in call) onBroken({ input: path, row, reason: call.reason });
      else if (batch.push(call) === AT_ONCE) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
  if (rows === null || rows === row) return;
  throw new CallstitchError('ARCHIVE_INVALID', `${path} has ${row} call logs, and its manifest speaks of ${rows}.`);
}
