import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { readArchivedCall } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { ArchivedFile } from './manifest.js';
import { membersOf } from './members.js';

/** Reads a file back as it lies on the disk and says what is in it; throws when any of it cannot be read. */
export async function describeFile(path: string): Promise<ArchivedFile> {
  const file = await open(path);
  let rows = 0;
  let [first, last] = [Infinity, -Infinity];
  const tenants: Record<string, number> = {};
  try {
    for await (const { text } of membersOf(file)) {
      if (text === null) throw new Error('what was written cannot be read back');
      for (const line of text.split('\n').slice(0, -1)) {
        const call = readArchivedCall(line);
        if ('reason' in call) throw new Error(`what was written cannot be read back: ${call.reason}`);
        const { startedAt, tenantUuid } = call.callLog;
        rows++;
        [first, last] = [Math.min(first, startedAt), Math.max(last, startedAt)];
        tenants[tenantUuid] = (tenants[tenantUuid] ?? 0) + 1;
      }
    }
    const { size: bytes } = await file.stat();
    const [firstStart, lastStart] = [first, last].map((at) => formatInstant(at as Parameters<typeof formatInstant>[0])) as [string, string];
    return { name: basename(path), rows, bytes, sha256: await sha256Of(path), firstStart, lastStart, tenants };
  } finally {
    await file.close();
  }
}

/** The sha256 of a file, in hexadecimal digits. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
