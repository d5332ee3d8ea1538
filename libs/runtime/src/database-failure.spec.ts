import { databaseFailure } from './database-failure.js';

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

test.each([
  ['ECONNRESET', 'read ECONNRESET', /^The connection to the database was lost \(read ECONNRESET\)\. .* run the command again/],
  ['57P01', 'terminating connection due to administrator command', /^The connection to the database was lost \(terminating/],
  ['42501', 'permission denied for table cel', /^The database does not permit it: permission denied for table cel\. Grant it/],
  [
    '25006',
    'cannot execute INSERT in a read-only transaction',
    /^The database is read-only: .*\. Name the primary server in DATABASE_URL\.$/,
  ],
  ['53100', 'could not extend file "base/1": No space left on device', /^The database cannot go on: could not extend .*\. Give it room/],
])('the code %s is said in words that help', (code, message, sentence) => {
  const cause = withCode(code, message);
  expect(databaseFailure(cause)).toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringMatching(sentence) as string, cause });
});

test('a connection that broke without a code is known by its words', () => {
  expect(databaseFailure(new Error('Connection terminated unexpectedly'))).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  const several = new AggregateError([withCode('ECONNREFUSED', 'connect ECONNREFUSED ::1:5432')]);
  expect(databaseFailure(several)).toMatchObject({ message: expect.stringContaining('connect ECONNREFUSED ::1:5432') as string });
});

test('any other error stays as it is', () => {
  for (const error of [new Error('x'), withCode('42P01', 'relation "x" does not exist'), withCode('CELS_GONE', 'gone'), 'x', null]) {
    expect(databaseFailure(error)).toBe(error);
  }
});
