import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { parseDirectory } from './parse-directory.js';

const ALICE = '5a5a0000-0000-4000-8000-000000000001';
const ACME = '7a7a0001-0000-4000-8000-000000000001';

/** The sentence that a text is refused with. */
function refusal(text: string): string {
  try {
    parseDirectory(text, 'site.yml');
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the text was accepted');
}

test('a user names a line that does not name the user', () => {
  const text = `
users:
  - { uuid: ${ALICE}, tenant_uuid: ${ACME}, firstname: Alice, lines: [{ id: 7, name: '', extensions: [] }] }
lines:
  - { id: 7, name: alice01, users: [], extensions: [{ exten: 0042, context: office }] }
`;
  const directory = parseDirectory(text, 'site.yml');
  const alice = {
    ...{ name: 'Alice', number: '0042', context: 'office', userUuid: ALICE, lineId: 7, tenantUuid: ACME, tags: [] },
  };
  expect(directory.byEndpoint('alice01')).toEqual(alice);
  expect(directory.byUserUuid(ALICE)).toEqual(alice);
  expect(directory.byNumber('0042')).toEqual(alice);
});

test('a line names a user that does not name the line', () => {
  const directory = parseDirectory(
    `{ "users": [{ "uuid": "${ALICE}", "lines": [] }], "lines": [{ "id": 7, "name": "alice01", "users": [{ "uuid": "${ALICE}" }] }] }`,
    'site.json',
  );
  expect(directory.byEndpoint('alice01')).toMatchObject({ userUuid: ALICE, lineId: 7 });
  expect(directory.byUserUuid(ALICE)).toMatchObject({ lineId: 7 });
});

test('lines that stand inside users need no list of their own, and keys that mean nothing to us may stay', () => {
  const directory = parseDirectory(
    `
service_tenant_uuid: ${ACME}
tenants: [${ACME}]
groups: [{ id: 1, label: sales }]
users:
  - uuid: ${ALICE}
    tenant_uuid: ${ACME}
    mobile_phone_number: null
    lines: [{ id: 7, name: alice01, protocol: sip, extensions: [{ exten: "1001", context: office }, { exten: "1099", context: office }] }]
trunks: [{ name: carrier, context: from-extern, tenant_uuid: ${ACME} }]
`,
    'site.yml',
  );
  expect(directory.byEndpoint('alice01')).toMatchObject({ number: '1001', lineId: 7, name: '' });
  expect(directory.byNumber('1099')).toMatchObject({ number: '1001' });
  expect(directory.trunks).toEqual(['carrier']);
});

test('of two users of one uuid the first counts', () => {
  const users = ['Alice', 'Bob'].map((firstname) => ({ uuid: ALICE, tenant_uuid: ACME, firstname, lines: [] }));
  expect(parseDirectory(JSON.stringify({ users }), 'site.json').byUserUuid(ALICE)?.name).toBe('Alice');
});

test('a wrong type is a mistake with its line', () => {
  const text = `{
  "users": [
    { "uuid": { "a": 1 }, "lines": [] },
    { "uuid": "${ALICE}", "lines": {} }
  ],
  "lines": [
    { "id": "seven", "name": "a" },
    "b"
  ],
  "contexts": [{ "tenant_uuid": "${ACME}" }],
  "voicemails": [{ "number": null }]
}`;
  expect(refusal(text)).toBe(`The directory file site.yml has 7 mistakes; correct and try again:
- line 3: uuid must be one text
- line 3: this user has no uuid
- line 4: lines must be a list
- line 7: id must be a whole number, not "seven"
- line 8: each of lines must be a map
- line 10: this context has no name
- line 11: this voicemail has no number`);
});

test('an alias that holds itself does not hang the reader', () => {
  expect(parseDirectory('users: &all [{ uuid: a, tenant_uuid: b, more: *all }]', 'site.yml').byUserUuid('a')).toMatchObject({
    tenantUuid: 'b',
  });
});

interface Site {
  readonly users: readonly { readonly uuid: string; readonly lines: readonly { readonly id: number; readonly name: string }[] }[];
  readonly lines?: readonly { readonly name: string; readonly users: readonly { readonly uuid: string }[] }[];
}

/** A file of the shared data; null, with a message, where there is none. */
function sharedData(name: string): Buffer | null {
  const path = resolve(process.cwd(), '../../../../shared/data', name);
  if (existsSync(path)) return readFileSync(path);
  console.warn(`${path} is absent: what it holds is not read`);
  return null;
}

test('the directory of the bench is read', () => {
  const packed = sharedData('bench/directory.json.gz');
  if (packed === null) return;
  const text = gunzipSync(packed).toString();
  const directory = parseDirectory(text, 'bench');
  const { users } = JSON.parse(text) as Site;
  expect(users).toHaveLength(1000);
  for (const { uuid, lines } of users) {
    expect(directory.byUserUuid(uuid)).toMatchObject({ userUuid: uuid, lineId: lines[0]!.id });
    for (const { name } of lines) expect(directory.byEndpoint(name)).toMatchObject({ userUuid: uuid });
  }
  expect(directory.trunks).toHaveLength(2);
});

test('the directories of the recorded cases are read, as JSON and as YAML', () => {
  const cases = JSON.parse(sharedData('peer-cases.json')?.toString() ?? '[]') as { readonly id: string; readonly directory: Site }[];
  for (const { id, directory: site } of cases) {
    for (const text of [JSON.stringify(site), stringify(site)]) {
      const directory = parseDirectory(text, id);
      const listed = new Set(site.users.map(({ uuid }) => uuid));
      for (const uuid of listed) expect(directory.byUserUuid(uuid)?.userUuid).toBe(uuid);
      for (const { name, users } of site.lines ?? []) {
        const first = users[0]?.uuid ?? '';
        expect(directory.byEndpoint(name)?.userUuid ?? null).toBe(listed.has(first) ? first : null);
      }
    }
  }
});
