import { momentOf } from '../testing/a-call.js';
import { MemoryAccessBook } from '../testing/memory-access-book.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryExportBook } from '../testing/memory-export-book.js';
import { MemoryRecordingBook } from '../testing/memory-recording-book.js';
import { MemoryTenantBook } from '../testing/memory-tenant-book.js';
import { MemoryTenantRetentions } from '../testing/memory-tenant-retentions.js';
import { MemoryTranscriptionBook } from '../testing/memory-transcription-book.js';
import { tenantBookContract } from '../testing/tenant-book-contract.js';
import type { ListedTenant } from './sync-tenants.js';
import { unknownTenants } from './sync-tenants.js';

const TOP = 'ca115717-0000-4000-8000-000000000001';
const [ACME, LAB] = ['7e7e0001-0000-4000-8000-000000000001', '7e7e0001-0000-4000-8000-000000000002'];

function memory() {
  const [access, retentions, transcriptions] = [new MemoryAccessBook(), new MemoryTenantRetentions(), new MemoryTranscriptionBook()];
  const books = {
    access,
    retentions,
    transcriptions,
    callLogs: new MemoryCallLogBook(),
    exports: new MemoryExportBook(new MemoryRecordingBook([])),
  };
  return { book: new MemoryTenantBook({ ...books, defaultTenantUuid: TOP }), ...books, defaultTenantUuid: TOP };
}

tenantBookContract(() => Promise.resolve(memory()), { test, expect });

async function unknownTo(...listed: ListedTenant[]): Promise<readonly string[]> {
  const { book, access, transcriptions } = memory();
  await access.addTenant({ uuid: TOP, parentUuid: null, name: 'master' });
  await access.addTenant({ uuid: ACME, parentUuid: TOP, name: 'acme' });
  const said = { messageId: '1', voicemailId: null, text: '', providerId: null, language: null, durationSeconds: null };
  await transcriptions.put({ ...said, tenantUuid: LAB, createdAt: momentOf(1) });
  return (await unknownTenants({ tenants: () => Promise.resolve(listed) }, book)).map(({ tenantUuid }) => tenantUuid);
}

test('whom the registry does not list is unknown, made or not, in whatever case it writes; the master tenant never is', async () => {
  const top = { uuid: 'another-top', parentUuid: 'another-top' };
  expect(await unknownTo(top)).toEqual([ACME, LAB]);
  expect(await unknownTo(top, { uuid: ACME.toUpperCase(), parentUuid: 'another-top' })).toEqual([LAB]);
});

test('a registry that lists nobody, or only a part, is not believed', async () => {
  await expect(unknownTo()).rejects.toMatchObject({ code: 'TENANTS_UNSURE', message: expect.stringMatching(/no tenant at all/) as string });
  const part = unknownTo({ uuid: ACME, parentUuid: 'another-top' });
  await expect(part).rejects.toMatchObject({ code: 'TENANTS_UNSURE', message: expect.stringMatching(/only a part/) as string });
});
