import type { Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { recordingFileName } from '../recordings/recording-file-name.js';
import type { RecordingFiles } from '../retention/recording-files.js';
import type { ArchiveDraft, ExportArchives } from './export-archives.js';
import type { ExportBook, ExportSession, LocatedItem, SettledItem } from './export-book.js';
import type { ExportMailer } from './export-mailer.js';
import type { RecordingExport } from './recording-export.js';

export interface RunExportParts {
  readonly book: Pick<ExportBook, 'alone'>;
  readonly archives: Pick<ExportArchives, 'begin'>;
  readonly files: Pick<RecordingFiles, 'open'>;
  /** null when nobody can be told. */
  readonly mailer: ExportMailer | null;
  readonly now: () => Instant;
  /** Hears of each change of state, after it was written down. */
  readonly onChange?: (changed: RecordingExport) => void;
}

export type ExportRun =
  /** There is none, another worker has it, or it is done. */
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'error'; readonly reason: string }
  /** `mail` is null when nobody wanted to be told. */
  | { readonly kind: 'finished'; readonly export: RecordingExport; readonly mail: 'sent' | { readonly failed: string } | null };

/** Lists what is not in the archive, or not as a whole, with the reasons. */
export const SKIPPED_NAME = 'skipped.txt';

/**
 * Packs the recordings of an export into its archive: `{call log id}/{file name}`. What is missing or cannot be read is left out
 * and listed in `skipped.txt`. It ends in `error` only when nothing could be packed or the disk fails.
 *
 * Killed at any point, the next run of it begins anew. Rejects when the database fails; the export stays as it was, for another run.
 */
export async function runExport(exportUuid: string, parts: RunExportParts): Promise<ExportRun> {
  const run = await parts.book.alone(exportUuid, async (session) => {
    const { status } = session.asked;
    if (status !== 'pending' && status !== 'processing') return null;
    const begun = await session.begin();
    parts.onChange?.(begun);
    const ended = await packOrFail(session, parts);
    parts.onChange?.(ended);
    return ended;
  });
  if (run === null) return { kind: 'nothing-to-do' };
  if (run.status === 'error') return { kind: 'error', reason: run.error ?? '' };
  return { kind: 'finished', export: run, mail: await tell(run, parts.mailer) };
}

async function packOrFail(session: ExportSession, parts: RunExportParts): Promise<RecordingExport> {
  try {
    return (await pack(session, parts)) ?? (await session.fail('none of the recordings could be read'));
  } catch (error) {
    if (!(error instanceof CallstitchError) || error.code !== 'EXPORT_UNWRITABLE') throw error;
    return session.fail(error.message);
  }
}

/** A failure to tell somebody spoils no export. */
async function tell(ready: RecordingExport, mailer: ExportMailer | null): Promise<'sent' | { readonly failed: string } | null> {
  if (ready.email === null) return null;
  if (mailer === null) return { failed: 'no mail server was named' };
  try {
    await mailer.send(ready.email, ready);
    return 'sent';
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

const AT_ONCE = 50;

/** The finished export; null when nothing could be packed. */
async function pack(session: ExportSession, parts: RunExportParts): Promise<RecordingExport | null> {
  const draft = await parts.archives.begin(session.asked.uuid);
  try {
    const skipped: string[] = [];
    let included = 0;
    for (let after: LocatedItem | null = null; ;) {
      const items: readonly LocatedItem[] = await session.items(after, AT_ONCE);
      after = items.at(-1) ?? null;
      if (after === null) break;
      const settled: SettledItem[] = [];
      for (const item of items) settled.push({ item, ...(await packOne(item, draft, parts.files)) });
      await session.settle(settled);
      included += settled.filter((one) => one.included).length;
      skipped.push(...settled.flatMap(({ item, reason }) => (reason === null ? [] : [`${nameOf(item)}: ${reason}\n`])));
    }
    if (included === 0) return null;
    if (skipped.length > 0) await draft.add({ name: SKIPPED_NAME, modifiedAt: parts.now(), bytes: linesOf(skipped) });
    const path = await draft.keep();
    return await session.finish({ path, at: parts.now() });
  } finally {
    await draft.discard();
  }
}

type Packed = Pick<SettledItem, 'included' | 'reason'>;

const leftOut = (reason: string): Packed => ({ included: false, reason });

async function packOne(item: LocatedItem, draft: ArchiveDraft, files: Pick<RecordingFiles, 'open'>): Promise<Packed> {
  if (item.path === null) return leftOut('was deleted');
  const opening = await files.open(item.path);
  if (opening.kind === 'missing') return leftOut('the file is missing');
  if (opening.kind === 'failed') return leftOut(opening.reason);
  const { file } = opening;
  const reading = new Reading(file.stream(0, file.size));
  try {
    await draft.add({ name: nameOf(item), modifiedAt: file.modifiedAt, bytes: reading });
  } finally {
    await file.close();
  }
  return { included: true, reason: reading.failure };
}

function nameOf({ callLogId, recordingUuid, startedAt }: LocatedItem | SettledItem['item']): string {
  return `${callLogId}/${recordingFileName({ uuid: recordingUuid, startedAt, callLogId })}`;
}

/** A stream that ends where it breaks, and remembers why: one file that breaks must not break the archive around it. */
class Reading implements AsyncIterable<Uint8Array> {
  failure: string | null = null;

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    try {
      yield* this.bytes;
    } catch (error) {
      this.failure = `only its beginning could be read: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

/** The letters are ASCII: names that are made here, and reasons. */
async function* linesOf(lines: readonly string[]): AsyncIterable<Uint8Array> {
  for (const line of lines) yield await Promise.resolve(Uint8Array.from(line, (letter) => letter.charCodeAt(0) & 0x7f));
}
