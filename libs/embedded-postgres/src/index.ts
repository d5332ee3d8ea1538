export { openEmbeddedPostgres } from './open-embedded-postgres.ts';
export type { EmbeddedPostgres, EmbeddedPostgresLog, OpenEmbeddedPostgresOptions } from './open-embedded-postgres.ts';
export { temporaryPostgres } from './temporary-postgres.ts';
