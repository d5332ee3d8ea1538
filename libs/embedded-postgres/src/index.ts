export { openEmbeddedPostgres } from './open-embedded-postgres.ts';
export type { OpenEmbeddedPostgresOptions } from './open-embedded-postgres.ts';
export type { EmbeddedPostgres, EmbeddedPostgresLog } from './embedded-postgres.ts';
export { temporaryPostgres } from './temporary-postgres.ts';
