import type { FileHandle } from 'node:fs/promises';
import { open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { ArchiveDraft, ArchiveEntry } from '@callstitch/application';
import { ZipFile } from 'yazl';
import { writing } from './unwritable.js';

/** Who unpacks it may read and change it; nobody else. */
const ENTRY_MODE = 0o600;

const MICROSECONDS_PER_MILLISECOND = 1_000;

export interface ZipPlaces {
  /** Where it is written. */
  readonly draft: string;
  /** Where it is when it is whole. */
  readonly final: string;
}

/** A zip archive that is written to an open file, one entry after the other, in constant memory. */
export class ZipDraft implements ArchiveDraft {
  private readonly zip = new ZipFile();
  private readonly written: Promise<void>;
  private isOpen = true;
  private isKept = false;

  constructor(
    private readonly file: FileHandle,
    private readonly places: ZipPlaces,
  ) {
    this.written = pipeline(this.zip.outputStream, writerOf(file));
    // It is waited for with each entry; until then nobody hears of a failure.
    this.written.catch(() => undefined);
  }

  add({ name, modifiedAt, bytes }: ArchiveEntry): Promise<void> {
    return writing(async () => {
      const input = Readable.from(bytes, { objectMode: false });
      this.zip.addReadStream(input, name, { mtime: new Date(modifiedAt / MICROSECONDS_PER_MILLISECOND), mode: ENTRY_MODE, compress: true });
      try {
        // A disk that fails takes nothing more, so that the entry would never end.
        await Promise.race([finished(input), this.failure()]);
      } finally {
        input.destroy();
      }
    });
  }

  keep(): Promise<string> {
    return writing(async () => {
      this.zip.end();
      await this.written;
      await this.file.sync();
      await this.close();
      await rename(this.places.draft, this.places.final);
      this.isKept = true;
      await syncDirectory(dirname(this.places.final));
      return this.places.final;
    });
  }

  async discard(): Promise<void> {
    if (this.isKept) return;
    // Its end makes the pipeline fail, which nobody waits for any more.
    Readable.prototype.destroy.call(this.zip.outputStream);
    await this.written.catch(() => undefined);
    await this.close().catch(() => undefined);
    await unlink(this.places.draft).catch(() => undefined);
  }

  /** Ends only when the disk fails. */
  private async failure(): Promise<never> {
    await this.written;
    return new Promise<never>(() => undefined);
  }

  private async close(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    await this.file.close();
  }
}

function writerOf(file: FileHandle): Writable {
  return new Writable({
    write(piece: Uint8Array, _encoding, done) {
      writeWhole(file, piece).then(() => done(), done);
    },
  });
}

/** A disk may take a part. */
async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten;
}

/** A name is only there for good when its directory is written. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
