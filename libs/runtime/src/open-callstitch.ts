import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import type { CelTable, JobsSettings } from '@callstitch/application';
import { DEFAULT_JOBS } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { assembleCallstitch } from './assemble-callstitch.js';
import type { Callstitch } from './callstitch.js';
import { announcementsOn } from './announce/announcements-on.js';
import { createTeller } from './create-teller.js';
import { databaseFailure } from './database-failure.js';
import type { TellerOptions } from './create-teller.js';
import type { DatabasePlace } from './database-place.js';
import { openPlace } from './database-place.js';
import { DEFAULT_TENANT_UUID } from './default-tenant-uuid.js';
import { postgresLive } from './live/postgres-live.js';
import type { ExportMailSettings } from './open-export-mailer.js';
import { openExportMailer } from './open-export-mailer.js';

export interface CallstitchSettings extends DatabasePlace, TellerOptions {
  /** Whose the calls without a tenant are; null for `DEFAULT_TENANT_UUID`. */
  readonly defaultTenantUuid: string | null;
  /** A conversation without an end counts as over after so much silence. */
  readonly silentAfterMinutes: number;
  /** Directories of recordings; files outside of them are not touched. None unless named. */
  readonly recordings?: readonly string[];
  /** Where archives of exports are; `exports` in the data directory unless named. */
  readonly exportDirectory?: string | null;
  /** How people are told that their exports are ready; nobody is unless named. */
  readonly exportMail?: ExportMailSettings | null;
  /** When jobs run and what they may do; `DEFAULT_JOBS` unless named. */
  readonly jobs?: JobsSettings;
  readonly now: () => Instant;
}

/**
 * Opens the call logs of a database, our own PostgreSQL when none is named: that one is started, made and migrated by
 * itself. Rejects with a CallstitchError when something cannot be used; nothing is open then.
 */
export async function openCallstitch(settings: CallstitchSettings): Promise<Callstitch> {
  const { databaseUrl, celDatabaseUrl, defaultTenantUuid, now, silentAfterMinutes } = settings;
  const teller = await createTeller(settings);
  // Loaded here, so that who needs no database does not wait for it.
  const persistence = await import('@callstitch/persistence');
  const { PostgresAccessBook, PostgresCallLogBook, PostgresCallLogs, PostgresCelStore, PostgresCelTable } = persistence;
  const { PostgresExportBook, PostgresRecordingBook } = persistence;
  const { PostgresCallLogRestorer, PostgresPurgeStore, PostgresRetagBook, PostgresRunBook, PostgresSweepStore, PostgresTenantRetentions } =
    persistence;
  const { PostgresCallLogSearch, PostgresChangeFeed, PostgresStatisticsBook, PostgresTenantBook, PostgresTranscriptionBook } = persistence;
  const place = await openPlace(settings);
  try {
    if (databaseUrl !== null) await refusePending(databaseUrl, persistence.pendingMigrations);
    else await makeOurs(place.url, { withCels: celDatabaseUrl === null });
    const database = await persistence.openDatabase({ url: place.url, ...(celDatabaseUrl === null ? {} : { celUrl: celDatabaseUrl }) });
    const masterTenantUuid = defaultTenantUuid ?? DEFAULT_TENANT_UUID;
    const book = new PostgresCallLogBook({ pool: database.pool, defaultTenantUuid: masterTenantUuid });
    const store = new PostgresCelStore(database.celPool);
    const celTable = async (): Promise<CelTable> => {
      if (celDatabaseUrl !== null) throw importElsewhere();
      await persistence.celSelectList(database.pool).catch(saidForImport);
      return new PostgresCelTable(database.pool);
    };
    return assembleCallstitch({
      teller,
      store,
      book,
      callLogs: new PostgresCallLogs(database.pool),
      search: new PostgresCallLogSearch(database.pool),
      changes: new PostgresChangeFeed(database.pool),
      announcements: announcementsOn(persistence, { pool: database.pool, url: place.url }),
      retagBook: new PostgresRetagBook(database.pool),
      // Only what we made ourselves: in a database that somebody names, or elsewhere, the table is Asterisk's.
      purges: new PostgresPurgeStore({
        pool: database.pool,
        celSource: databaseUrl === null && celDatabaseUrl === null ? 'default' : null,
      }),
      restorer: new PostgresCallLogRestorer(database.pool),
      sweeps: new PostgresSweepStore({ pool: database.pool, cels: store }),
      retentions: new PostgresTenantRetentions(database.pool),
      statisticsBook: new PostgresStatisticsBook(database.celPool),
      transcriptionBook: new PostgresTranscriptionBook(database.pool),
      tenantBook: new PostgresTenantBook({ pool: database.pool, defaultTenantUuid: masterTenantUuid }),
      configFile: settings.configFile,
      runs: new PostgresRunBook(database.pool),
      celTable,
      celsAreReadable: () => persistence.celSelectList(database.celPool),
      accessBook: new PostgresAccessBook(database.pool),
      masterTenantUuid,
      tenantUuidOf: persistence.uuidOf,
      recordingBook: new PostgresRecordingBook(database.pool),
      recordingDirectories: settings.recordings ?? [],
      exportBook: new PostgresExportBook(database.pool),
      exportDirectory: settings.exportDirectory ?? join(settings.dataDirectory, 'exports'),
      openMailer: () => openExportMailer(settings.exportMail ?? null),
      async openJobs(onTrouble) {
        const { openExportJobs } = await import('@callstitch/jobs-pg-boss');
        return openExportJobs({ url: place.url, onTrouble });
      },
      jobBook: new persistence.PostgresJobBook(database.pool),
      jobsSettings: settings.jobs ?? DEFAULT_JOBS,
      keepMonths: (monthsAhead) => persistence.keepMonths(database.pool, { now: now(), monthsAhead }),
      analyzeTables: () => persistence.analyzeTables(database.pool),
      newHolder: () => `${hostname()} ${pid} ${randomUUID()}`,
      now,
      silentAfterMinutes,
      ownDatabase: celDatabaseUrl === null ? place.own : null,
      live: postgresLive(persistence, {
        database,
        celUrl: celDatabaseUrl ?? place.url,
        isOurs: databaseUrl === null && celDatabaseUrl === null,
        sources: { table: celTable, stateDirectory: join(settings.dataDirectory, 'followed') },
      }),
      async close() {
        book.close();
        await database.close();
        await place.close();
      },
    });
  } catch (error) {
    await place.close();
    throw databaseFailure(error);
  }
}

async function makeOurs(url: string, { withCels }: { readonly withCels: boolean }): Promise<void> {
  const { createCelTable, migrate } = await import('@callstitch/persistence');
  await migrate(url);
  if (withCels) await createCelTable(url);
}

async function refusePending(url: string, pendingMigrations: (url: string) => Promise<readonly string[]>): Promise<void> {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  throw new CallstitchError(
    'DATABASE_NOT_MIGRATED',
    `The database of DATABASE_URL lacks our newest tables (${pending.join(', ')}); run callstitch migrate once.`,
  );
}

function importElsewhere(): CallstitchError {
  return new CallstitchError(
    'ARGUMENT_INVALID',
    'CELs are read from CEL_DATABASE_URL, where Asterisk writes them, and nothing else is written there; unset it to import into a database of your own.',
  );
}

function saidForImport(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'CEL_TABLE_NOT_FOUND') throw error;
  throw new CallstitchError(
    'CEL_TABLE_NOT_FOUND',
    'The database has no table cel to import into; callstitch migrate --with-cel makes it.',
    {
      cause: error,
    },
  );
}
