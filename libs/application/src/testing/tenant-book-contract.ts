import type { AccessBook } from '../access/access-book.js';
import type { TenantRetentions } from '../retention/tenant-retention.js';
import type { TenantBook } from '../tenants/tenant-book.js';
import type { TranscriptionBook } from '../transcriptions/transcription-book.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';

/** A book of tenants over other books of the same place, with whose the calls without a tenant are. */
export interface TenantBookSubject {
  readonly book: TenantBook;
  readonly access: AccessBook;
  readonly retentions: TenantRetentions;
  readonly transcriptions: TranscriptionBook;
  readonly defaultTenantUuid: string;
}

const [ACME, LAB, SHOP] = [1, 2, 3].map((digit) => `7e7e0001-0000-4000-8000-00000000000${digit}`) as [string, string, string];

/** What holds wherever things are kept by tenant. */
export function tenantBookContract(subject: () => Promise<TenantBookSubject>, { test, expect }: Runner): void {
  const said = (tenantUuid: string, messageId: string) => ({
    ...{ messageId, tenantUuid, voicemailId: null, text: 'Hello', providerId: null, language: null, durationSeconds: null },
    createdAt: momentOf(1),
  });
  const token = (tenantUuid: string, hash: string) => ({
    ...{ hash, name: 'x', tenantUuid, userUuid: null, acl: ['#'], createdAt: momentOf(1), expiresAt: null },
  });

  async function filled() {
    const own = await subject();
    const { access, retentions, transcriptions, defaultTenantUuid } = own;
    await access.addTenant({ uuid: defaultTenantUuid, parentUuid: null, name: 'master' });
    await access.addTenant({ uuid: ACME, parentUuid: defaultTenantUuid, name: 'acme' });
    await access.addTenant({ uuid: LAB, parentUuid: ACME, name: 'lab' });
    await access.addToken(token(ACME, 'a'));
    await access.addToken(token(LAB, 'b'));
    for (const tenantUuid of [ACME, SHOP]) await retentions.replace({ tenantUuid, callLogDays: 1, recordingDays: null, exportDays: null });
    await transcriptions.put(said(ACME, 'one'));
    await transcriptions.put(said(LAB, 'two'));
    return own;
  }

  test('everybody of whom something is kept is known, made or not, and who is at the top', async () => {
    const { book, defaultTenantUuid } = await filled();
    expect(await book.stored()).toEqual(
      [
        { tenantUuid: ACME, name: 'acme', isMaster: false },
        { tenantUuid: LAB, name: 'lab', isMaster: false },
        { tenantUuid: SHOP, name: null, isMaster: false },
        { tenantUuid: defaultTenantUuid, name: 'master', isMaster: true },
      ].sort((one, other) => (one.tenantUuid < other.tenantUuid ? -1 : 1)),
    );
  });

  test('a tenant is forgotten with its working tokens; those below it come below the one above, and others stay as they are', async () => {
    const { book, access, retentions, transcriptions, defaultTenantUuid } = await filled();
    expect(await book.forget(ACME)).toEqual({ transcriptions: 1, tokens: 1 });
    expect((await access.tenants()).find(({ uuid }) => uuid === LAB)).toEqual({ uuid: LAB, parentUuid: defaultTenantUuid, name: 'lab' });
    expect((await access.tokens()).map(({ tenantUuid }) => tenantUuid)).toEqual([LAB]);
    expect((await retentions.list()).map(({ tenantUuid }) => tenantUuid)).toEqual([SHOP]);
    const place = { order: 'createdAt', descending: true, offset: 0, limit: 9 } as const;
    expect((await transcriptions.find({ tenantUuids: [ACME, LAB] }, place)).items.map(({ messageId }) => messageId)).toEqual(['two']);
    expect(await book.forget(ACME)).toEqual({ transcriptions: 0, tokens: 0 });
    expect(await book.left(ACME)).toEqual({ callLogs: 0, exports: 0 });
  });
}
