import { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';

function onTokens() {
  const memory = new MemoryCallstitch();
  return (...args: string[]) => run(args, { openCallstitch: memory.open });
}

const READ = ['--acl', 'call-logd.cdr.read'];

test('a token is printed once and alone, and never again', async () => {
  const callstitch = onTokens();
  const { code, out, err } = await callstitch('token', 'create', '--name', 'reports', ...READ);
  expect([code, out.text]).toEqual([0, expect.stringMatching(/^cs_[\w-]{43}\n$/)]);
  expect(err.text).toBe('This is the token 1 (reports). Keep it now: it is not shown again, and only its hash is kept.\n');
  const shown = [await callstitch('token', 'list'), await callstitch('token', 'list', '--json'), await callstitch('token', 'revoke', '1')];
  for (const later of shown) expect(later.out.text + later.err.text).not.toContain(out.text.trim());
});

test('tokens are listed newest first, with their state', async () => {
  const callstitch = onTokens();
  await callstitch('tenant', 'create', 'acme');
  await callstitch('token', 'create', '--name', 'administrator', '--admin');
  const user = '5a5a0000-0000-4000-8000-000000000001';
  await callstitch(
    'token',
    'create',
    '--name',
    'alice',
    '--tenant',
    'acme',
    '--user',
    user,
    ...READ,
    '--acl',
    '!call-logd.#',
    '--expires-in-days',
    '2',
  );
  expect((await callstitch('token', 'revoke', '1')).out.text).toBe('The token 1 (administrator) is revoked.\n');
  expect((await callstitch('token', 'list')).out.lines).toEqual([
    'ID  STATE    NAME           TENANT  USER                                  EXPIRES (UTC)        LAST USED  ACL',
    '2   active   alice          acme    5a5a0000-0000-4000-8000-000000000001  2026-11-26 00:00:00  -          call-logd.cdr.read !call-logd.#',
    '1   revoked  administrator  master  -                                     -                    -          #',
  ]);
  expect(JSON.parse((await callstitch('token', 'list', '--json')).out.text)).toMatchObject([
    { id: 2, state: 'active', acl: ['call-logd.cdr.read', '!call-logd.#'], userUuid: user, expiresAt: '2026-11-26T00:00:00.000000Z' },
    { id: 1, state: 'revoked', acl: ['#'], revokedAt: '2026-11-24T00:00:00.000000Z' },
  ]);
});

test('a token in JSON comes with all that is kept of it', async () => {
  const { out, err } = await onTokens()('token', 'create', '--name', 'reports', ...READ, '--json');
  expect(JSON.parse(out.text)).toMatchObject({ token: expect.stringMatching(/^cs_/) as string, id: 1, name: 'reports', state: 'active' });
  expect(err.text).toBe('');
});

test.each([
  [['--name', 'x'], /^The token would be allowed nothing; name --acl 'call-logd\.cdr\.read' to list call logs, .* or --admin\.$/],
  [['--name', 'x', '--acl', '!call-logd.#'], /^The token would be allowed nothing;/],
  [
    ['--name', 'x', '--acl', 'call-logd..read'],
    /^"call-logd\.\.read" is no access; write words between dots, such as call-logd\.cdr\.read\.$/,
  ],
  [['--name', 'x', '--admin', ...READ], /^--admin is everything in every tenant; leave --acl and --tenant out, or --admin\.$/],
  [['--name', ' ', ...READ], /^A token needs a name/],
  [READ, /^Required option '--name <name>' not specified; see callstitch token create --help\.$/],
  [['--name', 'x', ...READ, '--user', 'alice'], /It must be a uuid/],
  [['--name', 'x', ...READ, '--expires-in-days', '0'], /whole number of at least 1/],
])('%j is refused in one sentence', async (args, sentence) => {
  const { code, err, out } = await onTokens()('token', 'create', ...args);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text.trimEnd()).toMatch(sentence);
});

test('what is not there has the exit code of an unknown id', async () => {
  const callstitch = onTokens();
  expect(await callstitch('token', 'revoke', '7')).toMatchObject({
    code: 4,
    err: { text: expect.stringContaining('no token with the id 7') as string },
  });
  const { code, err } = await callstitch('token', 'create', '--name', 'x', ...READ, '--tenant', 'acme');
  expect([code, err.text]).toEqual([4, 'There is no tenant acme; callstitch tenant list shows those that there are.\n']);
  expect((await callstitch('token', 'revoke', 'reports')).err.text).toMatch(/^"reports" is not the id of a token/);
  expect((await callstitch('token', 'list')).err.text).toBe('There is no token; callstitch token create makes one.\n');
});
