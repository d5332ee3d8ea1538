import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportArchives, Removal } from '@callstitch/application';
import { CallstitchError, isUuid } from '@callstitch/domain';
import { openRecordingFiles } from './open-recording-files.js';
import { writing } from './unwritable.js';
import { ZipDraft } from './zip-draft.js';

/** Personal data: nobody but us reads it. */
const [OUR_DIRECTORY, OUR_FILE] = [0o700, 0o600];

/** The archives of exports in one directory, which is made with the first of them: `{uuid}.zip`. */
export function openExportArchives(directory: string): ExportArchives {
  const finalOf = (exportUuid: string): string => join(directory, `${checked(exportUuid)}.zip`);
  return {
    begin: (exportUuid) =>
      writing(async () => {
        const final = finalOf(exportUuid);
        await mkdir(directory, { recursive: true, mode: OUR_DIRECTORY });
        await removeDrafts(directory, exportUuid);
        // A name of its own: a worker that lost the export without noticing must not write into this one's draft.
        const draft = join(directory, `${draftPrefix(exportUuid)}${randomUUID()}`);
        return new ZipDraft(await open(draft, 'wx', OUR_FILE), { draft, final });
      }),
    async open(path) {
      try {
        return await (await openRecordingFiles([directory])).open(path);
      } catch {
        // There is no such directory, or nobody may look into it.
        return { kind: 'failed', reason: 'the directory of exports cannot be read' };
      }
    },
    async remove(exportUuid): Promise<Removal> {
      try {
        await removeDrafts(directory, exportUuid);
        return await (await openRecordingFiles([directory])).remove(finalOf(exportUuid));
      } catch (error) {
        if (isMissing(error)) return { kind: 'missing' };
        return { kind: 'failed', reason: 'the directory of exports cannot be read' };
      }
    },
  };
}

const draftPrefix = (exportUuid: string): string => `.${exportUuid}.zip.`;

async function removeDrafts(directory: string, exportUuid: string): Promise<void> {
  for (const name of await readdir(directory)) if (name.startsWith(draftPrefix(exportUuid))) await unlink(join(directory, name));
}

/** It becomes a file name. */
function checked(exportUuid: string): string {
  if (isUuid(exportUuid)) return exportUuid;
  throw new CallstitchError('ARGUMENT_INVALID', `"${exportUuid}" is no uuid of an export.`);
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
