import type { ServiceSettings } from '../service-settings.js';

/** Whether anything says whose calls these are: a database, a directory, a source or a wazo-auth. Samples have no place among those. */
export function hasItsOwn({
  databaseUrl,
  celDatabaseUrl,
  directory,
  sources: { follow, amqp, ami },
  authentication,
}: Pick<ServiceSettings, 'databaseUrl' | 'celDatabaseUrl' | 'directory' | 'sources' | 'authentication'>): boolean {
  const named = [databaseUrl, celDatabaseUrl, directory, amqp, ami].some((each) => each !== null);
  return named || follow.length > 0 || authentication.kind !== 'local';
}
