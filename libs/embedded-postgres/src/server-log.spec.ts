import { wordsThatMatter } from './server-log.ts';

test('of a log only the complaints are told', () => {
  const log = `
2026-01-05 09:00:01.000 UTC [42] LOG:  starting PostgreSQL 18.4
2026-01-05 09:00:01.010 UTC [42] LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
2026-01-05 09:00:01.010 UTC [42] HINT:  Is another postmaster already running on port 5432?
2026-01-05 09:00:01.010 UTC [42] WARNING:  could not create listen socket for "127.0.0.1"
2026-01-05 09:00:01.010 UTC [42] FATAL:  could not create any TCP/IP sockets
2026-01-05 09:00:01.020 UTC [42] LOG:  database system is shut down
`;
  expect(wordsThatMatter(log)).toBe(
    'LOG: could not bind IPv4 address "127.0.0.1": Address already in use / HINT: Is another postmaster already running on port 5432? / ' +
      'WARNING: could not create listen socket for "127.0.0.1" / FATAL: could not create any TCP/IP sockets',
  );
});

test('a library that is missing is a complaint', () => {
  const line = '/x/bin/postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file';
  expect(wordsThatMatter(`${line}\n`)).toBe(line);
});

test('a log without complaints is told by its end, and an empty one too', () => {
  expect(wordsThatMatter('one\ntwo\nthree\nfour\nfive\n')).toBe('two / three / four / five');
  expect(wordsThatMatter('')).toBe('it said nothing');
});
