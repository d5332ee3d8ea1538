import { access, constants, mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ArchivedCall, CallLogArchive, CallLogArchives } from '@callstitch/application';
import { archivedCallJson } from '@callstitch/application';
import { describeFile } from './describe-file.js';
import { appendDurably, replaceDurably, syncFolder } from './durable.js';
import { gzipMember } from './gzip-member.js';
import type { Manifest } from './manifest.js';
import { MANIFEST, MANIFEST_VERSION } from './manifest.js';
import { mendFile } from './mend-file.js';
import { isMonthFile, monthFile } from './month-file.js';
import { writing } from './unusable.js';

/** Personal data: nobody but us looks into it. */
const OURS = 0o700;

/** Archives in files: each purge has a folder of its own, each month of calls a file in it. */
export const fileCallLogArchives: CallLogArchives = {
  begin: (directory, runId) => writing(directory, async () => archiveIn(await newFolder(resolve(directory), runId))),
  resume: (place) =>
    writing(place, async () => {
      await access(place, constants.W_OK);
      for (const name of await monthFiles(place)) await mendFile(join(place, name));
      return archiveIn(place);
    }),
};

/** Another database may have archived its own purge of that number here. */
async function newFolder(directory: string, runId: number): Promise<string> {
  await mkdir(directory, { recursive: true, mode: OURS });
  for (let number = 1; ; number++) {
    const place = join(directory, number === 1 ? `purge-${runId}` : `purge-${runId}-${number}`);
    try {
      await mkdir(place, { mode: OURS });
      await syncFolder(directory);
      return place;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'EEXIST' || !(await stat(place)).isDirectory()) throw error;
    }
  }
}

function archiveIn(place: string): CallLogArchive {
  return {
    place,
    keep: (calls) => writing(place, () => keep(place, calls)),
    finish: ({ runId, plan }) =>
      writing(place, async () => {
        const files: Manifest['files'][number][] = [];
        for (const name of await monthFiles(place)) {
          if ((await stat(join(place, name))).size === 0) await rm(join(place, name));
          else files.push(await describeFile(join(place, name)));
        }
        if (files.length === 0) {
          await rmdir(place);
          await syncFolder(dirname(place));
          return;
        }
        const manifest: Manifest = { formatVersion: MANIFEST_VERSION, runId, plan, files };
        await replaceDurably(join(place, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
      }),
  };
}

async function keep(place: string, calls: readonly ArchivedCall[]): Promise<void> {
  const lines = new Map<string, string[]>();
  for (const call of calls) {
    const name = monthFile(call);
    const own = lines.get(name);
    if (own === undefined) lines.set(name, [`${archivedCallJson(call)}\n`]);
    else own.push(`${archivedCallJson(call)}\n`);
  }
  for (const [name, own] of lines) await appendDurably(join(place, name), await gzipMember(own.join('')));
}

async function monthFiles(place: string): Promise<readonly string[]> {
  return (await readdir(place)).filter(isMonthFile).sort();
}
