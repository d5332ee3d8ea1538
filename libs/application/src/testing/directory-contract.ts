import type { Directory } from '@callstitch/domain';
import type { DirectorySource } from '../directory-source.js';
import type { Runner } from './generation-contract.js';

/** What a directory on test holds, in the words of Wazo's configuration service. */
export interface DirectoryContent {
  readonly users: readonly Record<string, unknown>[];
  readonly lines: readonly Record<string, unknown>[];
  readonly contexts: readonly Record<string, unknown>[];
  readonly voicemails: readonly Record<string, unknown>[];
}

const ACME = '7a7a0001-0000-4000-8000-000000000001';
const OTHER = '7a7a0002-0000-4000-8000-000000000002';
const uuid = (number: number): string => `5a5a0000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const extension = { exten: '1001', context: 'office' };
const line = (id: number, name: string, more: Record<string, unknown>): Record<string, unknown> => ({
  ...{ id, name, tenant_uuid: ACME, protocol: 'sip', context: 'office', users: [], extensions: [], ...more },
});
const user = (number: number, more: Record<string, unknown>): Record<string, unknown> => ({
  ...{ uuid: uuid(number), tenant_uuid: ACME, firstname: null, lastname: null, userfield: null, lines: [], ...more },
});

const CONTENT: DirectoryContent = {
  users: [
    user(1, {
      ...{ firstname: 'Alice', lastname: 'Martin', userfield: `sales, , paris ,sales,${'x'.repeat(200)}` },
      lines: [
        { id: 11, name: 'alice01', extensions: [extension] },
        { id: 12, name: 'alice02', extensions: [] },
      ],
    }),
    user(2, { tenant_uuid: OTHER, firstname: 'Bob', lines: [{ id: 13, name: 'bob02', extensions: [] }] }),
    user(3, { lines: [{ id: 14, name: 'door', extensions: [] }] }),
    user(4, { lastname: 'Côté', userfield: '' }),
  ],
  lines: [
    line(11, 'alice01', {
      users: [{ uuid: uuid(1) }, { uuid: uuid(2) }],
      extensions: [extension, { exten: '5145550101', context: 'from-extern' }],
    }),
    line(12, 'alice02', { users: [{ uuid: uuid(1) }] }),
    line(13, 'bob02', { users: [{ uuid: uuid(2) }] }),
    line(14, 'door', { users: [{ uuid: uuid(3) }], caller_id_name: 'Front door' }),
    line(15, 'spare', {}),
    line(16, 'gone', { users: [{ uuid: uuid(9) }] }),
    line(17, 'twice', { users: [{ uuid: uuid(1) }] }),
    line(18, 'twice', { users: [{ uuid: uuid(2) }] }),
    line(19, 'shared', {}),
    line(20, 'shared', { users: [{ uuid: uuid(1) }] }),
  ],
  contexts: [
    { id: 1, name: 'office', tenant_uuid: ACME },
    { id: 2, name: 'elsewhere', tenant_uuid: OTHER },
  ],
  voicemails: [
    { id: 41, name: 'Alice VM', number: '1001', context: 'office' },
    { id: 42, name: 'Other VM', number: '1001', context: 'elsewhere' },
  ],
};

const ALICE = {
  name: 'Alice Martin',
  number: '1001',
  context: 'office',
  userUuid: uuid(1),
  lineId: 11,
  tenantUuid: ACME,
  tags: ['sales', 'paris', 'x'.repeat(128)],
};
const NO_NUMBER = { number: '', context: null };

/** What every DirectorySource must do; those of a file and of a service run the same sentences. */
export function directoryContract(open: (content: DirectoryContent) => Promise<DirectorySource>, { test, expect }: Runner): void {
  const opened = (name: string, run: (source: DirectorySource) => Promise<void>): void => test(name, async () => run(await open(CONTENT)));

  opened('a line is its first user, with its first extension', async (source) => {
    expect(await answer(source, (directory) => directory.byEndpoint('alice01'))).toEqual(ALICE);
    expect(await answer(source, (directory) => directory.byEndpoint('bob02'))).toEqual({
      ...{ ...NO_NUMBER, name: 'Bob', userUuid: uuid(2), lineId: 13, tenantUuid: OTHER, tags: [] },
    });
  });

  opened('a line without a user, one whose user is not known and one that nobody has are nobody', async (source) => {
    const names = ['spare', 'gone', 'nowhere', ''];
    expect(await answer(source, (directory) => names.map((name) => directory.byEndpoint(name)))).toEqual([null, null, null, null]);
  });

  opened('of two lines of one name the first counts, even when it is nobody’s', async (source) => {
    expect(await answer(source, (directory) => directory.byEndpoint('twice'))).toMatchObject({ userUuid: uuid(1), lineId: 17 });
    expect(await answer(source, (directory) => directory.byEndpoint('shared'))).toEqual(null);
  });

  opened('who has no name is called by the caller id of the line', async (source) => {
    expect(await answer(source, (directory) => directory.byEndpoint('door'))).toMatchObject({ name: 'Front door', userUuid: uuid(3) });
  });

  opened('an account has its first line, or none', async (source) => {
    expect(await answer(source, (directory) => directory.byUserUuid(uuid(1)))).toEqual(ALICE);
    expect(await answer(source, (directory) => directory.byUserUuid(uuid(4)))).toEqual({
      ...{ ...NO_NUMBER, name: 'Côté', userUuid: uuid(4), lineId: null, tenantUuid: ACME, tags: [] },
    });
    expect(await answer(source, (directory) => [directory.byUserUuid(uuid(9)), directory.byUserUuid('nobody')])).toEqual([null, null]);
  });

  opened('a context belongs to its tenant', async (source) => {
    const ask = (directory: Directory): unknown => ['office', 'elsewhere', 'nowhere', ''].map((name) => directory.tenantOfContext(name));
    expect(await answer(source, ask)).toEqual([ACME, OTHER, null, null]);
  });

  opened('a mailbox is found by number, context and tenant, the first that fits', async (source) => {
    const ask = (context: string | null, tenantUuid: string | null) => (directory: Directory) =>
      directory.voicemail({ number: '1001', context, tenantUuid });
    const alice = { id: '41', name: 'Alice VM' };
    const other = { id: '42', name: 'Other VM' };
    expect(await answer(source, ask('office', ACME))).toEqual(alice);
    expect(await answer(source, ask(null, ACME))).toEqual(alice);
    expect(await answer(source, ask(null, null))).toEqual(alice);
    expect(await answer(source, ask(null, OTHER))).toEqual(other);
    expect([await answer(source, ask('office', OTHER)), await answer(source, ask('nowhere', null))]).toEqual([null, null]);
  });

  opened('a number is known with its line, and trunks are not made up', async (source) => {
    await answer(source, (directory) => directory.byEndpoint('alice01'));
    expect(source.directory.byNumber('1001')).toEqual(ALICE);
    expect([source.directory.byNumber('9'), source.directory.trunks]).toEqual([null, []]);
  });

  opened('what is known stays known, by the same object and the same version', async (source) => {
    const { directory, version } = source;
    await answer(source, () => directory.byEndpoint('alice01'));
    await source.refresh();
    expect(directory.byEndpoint('alice01')).toEqual(ALICE);
    expect([source.openQuestions(), source.version === version, source.directory === directory]).toEqual([[], true, true]);
    expect((await source.inquire([])).size).toEqual(0);
  });
}

/** The answer once all that it needs is known. Throws when something stays open. */
async function answer<Answer>(source: DirectorySource, ask: (directory: Directory) => Answer): Promise<Answer> {
  for (let round = 0; round < 3; round += 1) {
    const answered = ask(source.directory);
    const open = source.openQuestions();
    if (open.length === 0) return answered;
    const [unanswered] = await source.inquire(open);
    if (unanswered) throw new Error(`${unanswered[0]} is not answered: ${unanswered[1]}`);
  }
  throw new Error('the same question stays open');
}
