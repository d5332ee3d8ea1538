import { Migrator } from '@mikro-orm/migrations';
import type { EntityName } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { SESSION_OPTIONS } from './connection-options.js';
import { MIGRATION_TABLE } from './migrations/migration-names.js';
import { migrationsList } from './migrations/migrations-list.js';
import { OUR_ROWS } from './rows/all-rows.js';

/** The ORM on our tables, for migrations and small transactional work; bulk work goes by COPY. */
export async function openOrm(url: string, entities: readonly EntityName[] = OUR_ROWS): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    migrations: { tableName: MIGRATION_TABLE, migrationsList, snapshot: false, silent: true },
    // Functions are of the migrations alone.
    schemaGenerator: { skipTables: [MIGRATION_TABLE], ignoreRoutines: true },
    driverOptions: { application_name: 'callstitch', options: SESSION_OPTIONS },
  });
}
