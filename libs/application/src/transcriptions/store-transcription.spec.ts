import { instant } from '@callstitch/domain';
import { MemoryTranscriptionBook } from '../testing/memory-transcription-book.js';
import { transcriptionContract } from '../testing/transcription-contract.js';
import { deleteTranscription, storeTranscription } from './store-transcription.js';

transcriptionContract(() => Promise.resolve(new MemoryTranscriptionBook()), { test, expect });

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const SAID = { messageId: '1-2', tenantUuid: 'acme', voicemailId: 3, providerId: null, language: 'fr', durationSeconds: 1.5 };

test('a transcription is kept as of now for a tenant that nobody has made, without what no database holds', async () => {
  const book = new MemoryTranscriptionBook();
  const parts = { book, uuidOfName: () => TENANT, now: () => instant(7) };
  const kept = await storeTranscription({ ...SAID, text: 'a\u0000b' }, parts);
  expect(kept).toEqual({ ...SAID, tenantUuid: TENANT, text: 'ab', createdAt: 7 });
  expect(await deleteTranscription('1\u0000-2', parts)).toEqual([kept]);
  expect(await deleteTranscription('1-2', parts)).toEqual([]);
});
