import { parseDirectory } from './parse-directory.js';

const OFFICE = `
users:
  - name: Alice Martin
    numbers: [1001, "5145550101"]
    lines: [alice, PJSIP/alice-mobile]
    userfield: "sales, vip , sales,,"
    tenant: acme
    uuid: 7a7a0001-0000-4000-8000-000000000001
    context: office
    lineId: 12
  - { name: Émilie Côté, numbers: 0042 }
trunks: [carrier, PJSIP/backup*]
`;

const ALICE = {
  name: 'Alice Martin',
  number: '1001',
  context: 'office',
  userUuid: '7a7a0001-0000-4000-8000-000000000001',
  lineId: 12,
  tenantUuid: 'acme',
  tags: ['sales', 'vip'],
};

/** The sentence that a text is refused with. */
function refusal(text: string): string {
  try {
    parseDirectory(text, 'office.yml');
  } catch (error) {
    expect(error).toMatchObject({ code: 'DIRECTORY_INVALID' });
    return (error as Error).message;
  }
  throw new Error('the text was accepted');
}

test('a person is found by each number and each line', () => {
  const directory = parseDirectory(OFFICE, 'office.yml');
  for (const number of ['1001', '5145550101']) expect(directory.byNumber(number)).toEqual(ALICE);
  for (const line of ['alice', 'alice-mobile']) expect(directory.byEndpoint(line)).toEqual(ALICE);
  expect([directory.byNumber('alice'), directory.byEndpoint('1001'), directory.byNumber('9')]).toEqual([null, null, null]);
});

test('lines default to the numbers, and a number keeps its leading zeros', () => {
  const directory = parseDirectory(OFFICE, 'office.yml');
  expect(directory.byEndpoint('0042')).toEqual({
    ...ALICE,
    name: 'Émilie Côté',
    number: '0042',
    context: null,
    userUuid: null,
    lineId: null,
    tenantUuid: null,
    tags: [],
  });
  expect(directory.byNumber('0042')?.name).toBe('Émilie Côté');
});

test('trunks are listed, each once; one alone needs no list', () => {
  expect(parseDirectory(OFFICE, 'office.yml').trunks).toEqual(['carrier', 'PJSIP/backup*']);
  expect(parseDirectory('trunks: carrier', 'office.yml').trunks).toEqual(['carrier']);
  expect(parseDirectory('trunks: [a, b, a]', 'office.yml').trunks).toEqual(['a', 'b']);
});

test('a number with a plus or in hexadecimal letters stays as it is written', () => {
  const directory = parseDirectory('users: [{ name: A, numbers: [+15145550101, 0x10, 1e3] }]', 'office.yml');
  for (const number of ['+15145550101', '0x10', '1e3']) expect(directory.byNumber(number)?.name).toBe('A');
});

test('a map of numbers is read, and keys that mean nothing to us may stay', () => {
  const directory = parseDirectory(
    '{ "1001": { "name": "Alice Martin", "slot": 10, "tenant": "acme" },\n"1002": { "name": "Bob" } }',
    'directory.json',
  );
  expect(directory.byNumber('1001')).toMatchObject({ name: 'Alice Martin', number: '1001', tenantUuid: 'acme' });
  expect(directory.byEndpoint('1002')).toMatchObject({ name: 'Bob', number: '1002', tenantUuid: null });
  expect(directory.trunks).toEqual([]);
});

test('an alias stands for what it points to', () => {
  const directory = parseDirectory(
    'users:\n- { name: A, numbers: 1, tenant: &t acme }\n- { name: B, numbers: 2, tenant: *t }',
    'office.yml',
  );
  expect(directory.byNumber('2')?.tenantUuid).toBe('acme');
});

test('a context names its tenant', () => {
  const directory = parseDirectory('contexts: { office: acme, home: other }', 'office.yml');
  expect(['office', 'home', 'garden'].map((name) => directory.tenantOfContext(name))).toEqual(['acme', 'other', null]);
});

test("a mailbox is a user's own or stands alone, and another tenant's is not found", () => {
  const directory = parseDirectory(
    `
contexts: { office: acme }
users: [{ name: Alice, numbers: 1001, voicemail: 1001, tenant: acme }]
voicemails:
  - { number: "0200", name: Sales, context: office, id: 7 }
  - { number: 300 }
`,
    'office.yml',
  );
  const ask = (number: string, context: string | null, tenantUuid: string | null): unknown =>
    directory.voicemail({ number, context, tenantUuid });
  expect([ask('1001', null, 'acme'), ask('1001', 'default', null)]).toEqual(Array(2).fill({ id: '1001', name: 'Alice' }));
  expect(ask('0200', 'office', 'acme')).toEqual({ id: '7', name: 'Sales' });
  expect(ask('300', null, null)).toEqual({ id: '300', name: '' });
  expect([ask('1001', null, 'other'), ask('0200', null, 'other'), ask('0200', 'home', null), ask('9', null, null)]).toEqual(
    Array(4).fill(null),
  );
});

test('an account is found by its uuid, which only one user may have', () => {
  expect(parseDirectory(OFFICE, 'office.yml').byUserUuid('7a7a0001-0000-4000-8000-000000000001')).toEqual(ALICE);
  expect(refusal('users:\n - { name: A, numbers: 1, uuid: u }\n - { name: B, numbers: 2, uuid: u }')).toContain(
    '- line 3: uuid u is given to B here and to A in line 2; leave one',
  );
});

test('all mistakes are said at once, each with its line', () => {
  const text = `users:
  - name: Alice
    numbers: [1001]
    userfeild: sales
  - numbers: [1001, 1002]
    lineId: twelve
  - { name: Carol, numbers: [1003], lines: PJSIP/1001 }
  - Dave
  - { name: Eve }
  - { name: Frank, numbers: { a: 1 } }
trunk: carrier
`;
  expect(refusal(text)).toBe(
    `The directory file office.yml has 10 mistakes; correct and try again:
- line 4: "userfeild" is not known here; the keys are name, userfield, tenant, uuid, context, lineId, numbers, lines, voicemail
- line 5: this user has no name
- line 5: number 1001 is given to a user without name here and to Alice in line 3; leave one
- line 6: lineId must be a whole number, not "twelve"
- line 7: phone line 1001 is given to Carol here and to Alice in line 3; leave one
- line 8: each of users must be like { name: Alice, numbers: [1001] }
- line 9: Eve has neither numbers nor lines, so no call can be theirs
- line 10: numbers must be one text
- line 10: Frank has neither numbers nor lines, so no call can be theirs
- line 11: "trunk" is not known here; the keys are users, trunks, contexts, voicemails`,
  );
});

test('a number that is given twice names both lines, in a map too', () => {
  expect(refusal('1001: { name: A }\n1002: { name: B }\n1001: { name: C }\n')).toContain(
    '- line 3: number 1001 is given to C here and to A in line 1; leave one',
  );
  expect(refusal('users:\n - name: A\n   name: B\n   numbers: 1\n')).toContain(
    '- line 3: name is given here and in line 2; leave one of them',
  );
});

test('a word of a userfield is at most 128 characters long', () => {
  const user = (word: string): string => `users: [{ name: A, numbers: 1, userfield: "${word}" }]`;
  expect(parseDirectory(user('x'.repeat(128)), 'office.yml').byNumber('1')?.tags).toEqual(['x'.repeat(128)]);
  expect(refusal(user('x'.repeat(129)))).toContain('userfield has a word of 129 characters');
});

test.each([
  ['', 'line 1: the file must list users'],
  ['- Alice', 'line 1: the file must list users'],
  ['user: []', 'line 1: "user" needs a name'],
  ['1001: Alice', 'line 1: "1001" needs a name, as in "1001: { name: Alice }"'],
  ['1001: { tenant: acme }', 'line 1: 1001 has no name'],
  ['contexts: [office]', 'line 1: contexts must be a map, as in "contexts: { office: acme }"'],
  ['voicemails: [{ name: A }]', 'line 1: this voicemail has no number'],
  ['users: { name: A }', 'line 1: users must be a list'],
  ['users:\n  - { name: A\n  - b', 'line 3: '],
  ['a: 1\n---\nb: 2', 'line 2: '],
])('%j is refused with its line', (text, message) => {
  expect(refusal(text)).toContain(message);
});
