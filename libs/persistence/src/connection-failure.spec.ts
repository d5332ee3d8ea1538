import { connectionFailure, placeOf } from './connection-failure.js';

const URL_WITH_SECRET = 'postgresql://user:sesame@db.example:6543/calls%20here?sslmode=require';

test.each([
  [URL_WITH_SECRET, 'db.example:6543/calls here'],
  ['postgres://db.example/calls', 'db.example:5432/calls'],
  ['postgresql:///calls?host=/run/postgresql', '/run/postgresql:5432/calls'],
  ['postgresql://[::1]:1/calls', '[::1]:1/calls'],
  ['calls', null],
  ['https://db.example/calls', null],
])('%s is at %s', (url, place) => {
  expect(placeOf(url)).toBe(place);
});

test.each([
  [{ code: '28P01' }, 'it refused the user or the password; correct DATABASE_URL.'],
  [{ code: '3D000' }, 'there is no database of that name; create it, or correct DATABASE_URL.'],
  [{ code: '53300' }, 'it has no connection left; raise its max_connections, or end other programs.'],
  [new AggregateError([{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH' }]), 'nothing listens there; start it, or correct DATABASE_URL.'],
  [new Error('timeout expired'), 'it does not answer; start it, or correct DATABASE_URL.'],
  [new Error('self-signed certificate'), 'self-signed certificate; correct DATABASE_URL.'],
])('what went wrong is said with what to do', (cause, advice) => {
  const failure = connectionFailure(URL_WITH_SECRET, 'DATABASE_URL', cause);
  expect(failure).toMatchObject({ code: 'DATABASE_UNREACHABLE', cause });
  expect(failure.message).toBe(`The database db.example:6543/calls here cannot be used: ${advice}`);
});
