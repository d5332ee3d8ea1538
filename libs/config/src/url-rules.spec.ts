import { validate } from 'class-validator';
import { IsAuthentication, IsHttpUrl, IsPostgresUrl, IsSmtpUrl } from './url-rules.js';

class Urls {
  @IsPostgresUrl()
  database: unknown = 'postgresql://host';

  @IsSmtpUrl()
  mail: unknown = 'smtp://host';

  @IsHttpUrl('$property is where people reach the service')
  page: unknown = 'https://host';

  @IsAuthentication()
  authentication: unknown = 'local';
}

async function complaints(changed: Partial<Urls>): Promise<string[]> {
  return (await validate(Object.assign(new Urls(), changed))).flatMap(({ constraints = {} }) => Object.values(constraints));
}

test.each(['zzz', 'mysql://u:secret@host/calls', 'postgresql:secret', 'postgresql://u:secret/s@host/calls', 'host=db password=secret', 7])(
  '%s is no URL of a PostgreSQL, and what one looks like is said without it',
  async (database) => {
    const [said = '', ...more] = await complaints({ database });
    expect(said).toMatch(/^database is not the URL of a PostgreSQL; write it like postgresql:\/\/user:password@host:5432\/database,/);
    expect(said).not.toMatch(/zzz|secret/);
    expect(more).toEqual([]);
  },
);

test.each(['postgresql://host', 'postgres://u:p%2F@[::1]:5432/calls', 'postgresql:///calls?host=/run/postgresql'])(
  '%s is fine',
  async (database) => {
    expect(await complaints({ database })).toEqual([]);
  },
);

test.each([
  [{ mail: 'http://host' }, /^mail is the URL of a mail server/],
  [{ mail: 'smtp:' }, /^mail is the URL of a mail server/],
  [{ page: 'pbx.example.org' }, /^page is where people/],
  [{ page: 'ftp://pbx.example.org' }, /^page is where people/],
  [{ authentication: 'nobody' }, /^authentication is "local", or the URL/],
])('%j is not taken', async (changed, said) => {
  expect(await complaints(changed)).toEqual([expect.stringMatching(said)]);
});

test('a wazo-auth is named by its URL', async () => {
  expect(await complaints({ authentication: 'http://localhost:9497' })).toEqual([]);
});
