import { refuseOddUrls } from './refuse-odd-urls.js';

const given =
  (databaseUrl: string | null, celDatabaseUrl: string | null = null) =>
  () =>
    refuseOddUrls({ databaseUrl, celDatabaseUrl });

test.each(['zzz', 'mysql://u:secret@host/calls', 'postgresql:secret', 'postgresql://u:secret/s@host/calls', 'host=db password=secret'])(
  '%s is no URL of a PostgreSQL, and what one looks like is said without it',
  (url) => {
    expect(given(url)).toThrow(
      /^DATABASE_URL is not the URL of a PostgreSQL; write it like postgresql:\/\/user:password@host:5432\/database,/,
    );
    expect(given(null, url)).toThrow(/^CEL_DATABASE_URL is not/);
    expect(given(url)).not.toThrow(/zzz|secret/);
  },
);

test.each([null, 'postgresql://host', 'postgres://u:p%2F@[::1]:5432/calls', 'postgresql:///calls?host=/run/postgresql'])(
  '%s is fine',
  (url) => {
    expect(given(url, url)).not.toThrow();
  },
);
