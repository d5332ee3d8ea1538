import { serverAccount } from './server-account.ts';

const root = 'root:x:0:0:root:/root:/bin/bash';
const postgres = 'postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash';
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const passwd = [root, nobody, postgres, ''].join('\n');

test('an ordinary user runs the server as itself', () => {
  expect(serverAccount({ uid: 1000, passwd, clusterOwner: null })).toBeNull();
});

test('root takes the account postgres, else nobody', () => {
  expect(serverAccount({ uid: 0, passwd, clusterOwner: null })).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  expect(serverAccount({ uid: 0, passwd: [root, nobody].join('\n'), clusterOwner: null })).toEqual({
    name: 'nobody',
    uid: 65534,
    gid: 65534,
  });
});

test('a cluster keeps its owner, also when a better account came up since', () => {
  expect(serverAccount({ uid: 0, passwd, clusterOwner: { uid: 65534, gid: 65534 } })).toMatchObject({ name: 'nobody' });
  expect(serverAccount({ uid: 0, passwd, clusterOwner: { uid: 7, gid: 8 } })).toEqual({ name: 'user 7', uid: 7, gid: 8 });
});

test('a cluster that root owns is not run as root', () => {
  expect(serverAccount({ uid: 0, passwd, clusterOwner: { uid: 0, gid: 0 } })).toMatchObject({ name: 'postgres' });
});

test('root without a usable account is told so', () => {
  for (const text of [root, `${root}\npostgres:x:0:0:root again:/:/bin/sh`, '']) {
    expect(() => serverAccount({ uid: 0, passwd: text, clusterOwner: null })).toThrow(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. ' +
        'Start the program as an ordinary user, add one of the two, or set DATABASE_URL.',
    );
  }
});
