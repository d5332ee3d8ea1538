/** Names of all migrations, oldest first. They stand apart from the classes so that asking what is pending loads no ORM. */
export const MIGRATION_NAMES: readonly string[] = [
  'migration-20261124-call-logs',
  'migration-20261124-tokens',
  'migration-20261124-purge-archives',
  'migration-20261124-recordings',
  'migration-20261124-reading',
  'migration-20261124-jobs',
  'migration-20261124-announcements',
  'migration-20261124-transcriptions',
  'migration-20261130-transcriptions-announced',
];

/** Where the names of the applied ones are kept. */
export const MIGRATION_TABLE = 'callstitch_migration';
