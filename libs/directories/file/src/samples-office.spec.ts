import { readFileSync } from 'node:fs';
import { readDirectoryFile } from './read-directory-file.js';

const SAMPLES = new URL('../../../../samples/', import.meta.url);

test('the office of the samples has the people of the recorded phone system, each under number and line, with a department and a uuid', async () => {
  const office = await readDirectoryFile(new URL('office.yml', SAMPLES).pathname);
  const recorded = JSON.parse(readFileSync(new URL('asterisk/directory.json', SAMPLES), 'utf8')) as Record<
    string,
    { readonly name: string; readonly slot: number; readonly tenant: string }
  >;
  const people = Object.entries(recorded).filter(([, { slot }]) => slot === 10 || slot === 20);
  expect(people).toHaveLength(20);
  for (const [number, { name, tenant }] of people) {
    const entry = office.byNumber(number);
    expect(entry).toMatchObject({ name, number, tenantUuid: tenant === 'acme' ? null : tenant, tags: [expect.any(String)] });
    expect(office.byEndpoint(number)).toEqual(entry);
    expect(office.byUserUuid(`0ff1ce00-0000-4000-8000-00000000${number}`)).toEqual(entry);
  }
  expect([office.trunks, office.byNumber('5145550101')?.name, office.byNumber('5145551101')?.name]).toEqual([
    ['carrier'],
    'Alice Martin',
    'Ben Bélanger',
  ]);
});
