import { DEFAULT_JOBS } from '@callstitch/application';
import {
  MemoryAccessBook,
  MemoryCallLogBook,
  MemoryCallLogRestorer,
  MemoryCallLogSearch,
  MemoryCallLogs,
  MemoryChangeFeed,
  MemoryCelStore,
  MemoryCelTable,
  MemoryExportBook,
  MemoryJobBook,
  MemoryPurgeStore,
  MemoryRecordingBook,
  MemoryRunBook,
  MemorySweepStore,
  MemoryTenantBook,
  MemoryTenantRetentions,
  memoryAnnouncements,
  MemoryStatisticsBook,
  MemoryTranscriptionBook,
} from '@callstitch/application/testing';
import { instant } from '@callstitch/domain';
import type { Callstitch, CallstitchSettings } from '@callstitch/runtime';
import { DEFAULT_TENANT_UUID, NO_LIVE_PARTS, assembleCallstitch, createTeller } from '@callstitch/runtime';

/** As the clock of the commands says. */
const TUESDAY_MORNING = instant(Date.UTC(2026, 10, 24) * 1_000);

/** Call logs in memory that commands may be run on, one after the other. */
export class MemoryCallstitch {
  readonly store = new MemoryCelStore();
  readonly book = new MemoryCallLogBook();
  readonly purges = new MemoryPurgeStore(this.book, this.store, DEFAULT_TENANT_UUID);
  readonly accessBook = new MemoryAccessBook();
  readonly exportBook = new MemoryExportBook(new MemoryRecordingBook([]));
  readonly runs = new MemoryRunBook(this.book);
  readonly jobBook = new MemoryJobBook(() => TUESDAY_MORNING);
  readonly retentions = new MemoryTenantRetentions();
  readonly announcements = memoryAnnouncements();
  readonly transcriptionBook = new MemoryTranscriptionBook();
  /** With what it was opened, in order. */
  readonly settings: CallstitchSettings[] = [];
  stillOpen = 0;
  private holders = 0;

  readonly open = async (settings: CallstitchSettings): Promise<Callstitch> => {
    const teller = await createTeller(settings);
    this.settings.push(settings);
    this.stillOpen++;
    return assembleCallstitch({
      teller,
      store: this.store,
      book: this.book,
      callLogs: new MemoryCallLogs(this.book),
      search: new MemoryCallLogSearch(this.book, DEFAULT_TENANT_UUID),
      changes: new MemoryChangeFeed(this.book, DEFAULT_TENANT_UUID),
      announcements: this.announcements,
      retagBook: this.book,
      purges: this.purges,
      restorer: new MemoryCallLogRestorer(this.book, this.purges),
      sweeps: new MemorySweepStore(this.book, this.store, this.purges),
      retentions: this.retentions,
      statisticsBook: new MemoryStatisticsBook(),
      transcriptionBook: this.transcriptionBook,
      tenantBook: new MemoryTenantBook({
        ...{ access: this.accessBook, callLogs: this.book, exports: this.exportBook, retentions: this.retentions },
        transcriptions: this.transcriptionBook,
        defaultTenantUuid: settings.defaultTenantUuid ?? DEFAULT_TENANT_UUID,
      }),
      configFile: settings.configFile,
      runs: this.runs,
      celTable: () => Promise.resolve(new MemoryCelTable(this.store)),
      celsAreReadable: () => Promise.resolve(),
      accessBook: this.accessBook,
      recordingBook: new MemoryRecordingBook([]),
      recordingDirectories: [],
      exportBook: this.exportBook,
      exportDirectory: settings.exportDirectory ?? settings.dataDirectory,
      openJobs: () => Promise.reject(new Error('there is no queue in memory')),
      openMailer: () => Promise.resolve(null),
      masterTenantUuid: settings.defaultTenantUuid ?? DEFAULT_TENANT_UUID,
      tenantUuidOf: (name) => name,
      jobBook: this.jobBook,
      jobsSettings: settings.jobs ?? DEFAULT_JOBS,
      keepMonths: () => Promise.resolve({ made: [], dropped: [] }),
      analyzeTables: () => Promise.resolve(0),
      newHolder: () => `holder ${++this.holders}`,
      now: settings.now,
      silentAfterMinutes: settings.silentAfterMinutes,
      live: NO_LIVE_PARTS,
      close: () => {
        this.stillOpen--;
        return Promise.resolve();
      },
    });
  };
}
