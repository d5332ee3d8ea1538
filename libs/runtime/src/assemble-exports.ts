import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { ExportArchives, ExportBook, ExportMailer } from '@callstitch/application';
import { getExport, openExport, requestExport, resumeExports, runExport } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ExportJobs } from '@callstitch/jobs-pg-boss';
import { openFiles } from './assemble-recordings.js';
import { explained } from './database-failure.js';
import type { ExportWork, Exports } from './recordings.js';

export interface ExportParts {
  readonly exportBook: ExportBook;
  /** Where archives are; it is made with the first. */
  readonly exportDirectory: string;
  readonly recordingDirectories: readonly string[];
  /** Opened with the first export. */
  readonly openJobs: (onTrouble: (error: Error) => void) => Promise<ExportJobs>;
  /** Rejects with CONFIG_INVALID when its settings cannot be used; null when nobody is to be told. */
  readonly openMailer: () => Promise<ExportMailer | null>;
  readonly now: () => Instant;
}

/** Exports, and how to end what they opened. */
export interface AssembledExports {
  readonly exports: Exports;
  close(): Promise<void>;
}

/** How often a worker looks for exports that never reached the queue. */
const RESUME_MS = 600_000;

/** Connects exports with their queue, their archives and the mail. */
export function assembleExports(parts: ExportParts): AssembledExports {
  const { exportBook: book, now } = parts;
  let opened: Promise<ExportJobs> | null = null;
  let onTrouble: (error: Error) => void = () => undefined;
  const timers: NodeJS.Timeout[] = [];
  const jobs = (): Promise<ExportJobs> => {
    opened ??= parts.openJobs((error) => onTrouble(error));
    // One that cannot be opened is tried again by the next.
    opened.catch(() => (opened = null));
    return opened;
  };
  const queue = { add: async (exportUuid: string) => (await jobs()).add(exportUuid) };
  const work = async ({ atOnce, onRun, onChange, onTrouble: hear }: ExportWork): Promise<void> => {
    if (hear !== undefined) onTrouble = hear;
    const mailer = await parts.openMailer();
    const archives = await openArchives(parts.exportDirectory);
    const run = async (exportUuid: string): Promise<void> => {
      const files = await openFiles(parts.recordingDirectories);
      const ended = await runExport(exportUuid, { book, archives, files, mailer, now, ...(onChange === undefined ? {} : { onChange }) });
      onRun?.(exportUuid, ended);
    };
    await (await jobs()).work(run, { atOnce });
    await resumeExports(book, queue);
    const again = (): void =>
      void resumeExports(book, queue).catch((error: unknown) => onTrouble(error instanceof Error ? error : new Error(String(error))));
    timers.push(setInterval(again, RESUME_MS).unref());
  };
  return {
    exports: {
      request: (request) => explained(() => requestExport(request, { book, queue, newUuid: randomUUID, now })),
      get: (which) => explained(() => getExport(which, book)),
      open: (which) => explained(async () => openExport(which, { book, archives: await openArchives(parts.exportDirectory), now })),
      resume: () => explained(() => resumeExports(book, queue)),
      work: (options) => explained(() => work(options)),
    },
    async close() {
      for (const timer of timers.splice(0)) clearInterval(timer);
      const open = await opened?.catch(() => null);
      await open?.close();
    },
  };
}

/** Loaded when they are needed. */
export async function openArchives(directory: string): Promise<ExportArchives> {
  const { openExportArchives } = await import('@callstitch/recording-files');
  // Paths are kept: they must not depend on where a process was started.
  return openExportArchives(resolve(directory));
}
