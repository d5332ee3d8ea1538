import { CallstitchError } from '@callstitch/domain';
import type { Settings } from '@callstitch/runtime/settings';

/** Refuses a setting that is no URL of a PostgreSQL, without showing it: it may hold a password. */
export function refuseOddUrls({ databaseUrl, celDatabaseUrl }: Pick<Settings, 'databaseUrl' | 'celDatabaseUrl'>): void {
  for (const [name, url] of Object.entries({ DATABASE_URL: databaseUrl, CEL_DATABASE_URL: celDatabaseUrl })) {
    if (url === null || isOfPostgres(url)) continue;
    throw new CallstitchError(
      'ARGUMENT_INVALID',
      `${name} is not the URL of a PostgreSQL; write it like postgresql://user:password@host:5432/database, ` +
        'in the password %2F for /, %40 for @, %23 for # and %25 for %.',
    );
  }
}

/** A slash in a password ends the host too early: then the database's name has one, or an at sign. */
function isOfPostgres(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  return (protocol === 'postgresql:' || protocol === 'postgres:') && /^(?:\/[^/@]*)?$/.test(pathname);
}
