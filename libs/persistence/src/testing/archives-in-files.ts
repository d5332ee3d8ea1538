import { mkdir, open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchivedCall, CallLogArchive, CallLogArchives } from '@callstitch/application';
import { archivedCallJson, readArchivedCall } from '@callstitch/application';

const LINES = 'lines.jsonl';

/** Archives as plain lines in files, for purges that are killed. */
export const archivesInFiles: CallLogArchives = {
  begin: async (directory, runId) => {
    const place = join(directory, `purge-${runId}`);
    await mkdir(place);
    return archiveIn(place);
  },
  resume: (place) => Promise.resolve(archiveIn(place)),
};

function archiveIn(place: string): CallLogArchive {
  return {
    place,
    async keep(calls) {
      const file = await open(join(place, LINES), 'a');
      await file.writeFile(calls.map((call) => `${archivedCallJson(call)}\n`).join(''));
      await file.sync();
      await file.close();
    },
    finish: () => Promise.resolve(),
  };
}

/** Every call in the archives of a directory. */
export async function archivedIn(directory: string): Promise<readonly ArchivedCall[]> {
  const calls: ArchivedCall[] = [];
  for (const name of await readdir(directory)) {
    const text = await readFile(join(directory, name, LINES), 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(0, -1)) {
      const call = readArchivedCall(line);
      if ('reason' in call) throw new Error(call.reason);
      calls.push(call);
    }
  }
  return calls;
}
