import { Migration20261124Announcements } from './migration-20261124-announcements.js';
import { Migration20261124CallLogs } from './migration-20261124-call-logs.js';
import { Migration20261124Jobs } from './migration-20261124-jobs.js';
import { Migration20261124PurgeArchives } from './migration-20261124-purge-archives.js';
import { Migration20261124Reading } from './migration-20261124-reading.js';
import { Migration20261124Recordings } from './migration-20261124-recordings.js';
import { Migration20261124Tokens } from './migration-20261124-tokens.js';
import { Migration20261124Transcriptions } from './migration-20261124-transcriptions.js';
import { Migration20261130TranscriptionsAnnounced } from './migration-20261130-transcriptions-announced.js';

/** All migrations, oldest first. Forward only: what was released is never changed, the next change is a new class. */
export const migrationsList = [
  Migration20261124CallLogs,
  Migration20261124Tokens,
  Migration20261124PurgeArchives,
  Migration20261124Recordings,
  Migration20261124Reading,
  Migration20261124Jobs,
  Migration20261124Announcements,
  Migration20261124Transcriptions,
  Migration20261130TranscriptionsAnnounced,
];
