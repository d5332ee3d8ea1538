import { instant, secondsAfter } from '@callstitch/domain';
import type { Transcription, TranscriptionBook, TranscriptionPlace } from '../transcriptions/transcription-book.js';
import type { Runner } from './generation-contract.js';

const ACME = '7e7e0001-0000-4000-8000-000000000001';
const BETA = '7e7e0001-0000-4000-8000-000000000002';
const MORNING = instant(Date.UTC(2026, 0, 5, 10) * 1_000);
const NEWEST: TranscriptionPlace = { order: 'createdAt', descending: true, offset: 0, limit: 1_000 };

function said(messageId: string, changed: Partial<Transcription> = {}): Transcription {
  return {
    messageId,
    tenantUuid: ACME,
    voicemailId: 1,
    text: 'Please call back',
    providerId: 'whisper',
    language: 'en',
    durationSeconds: 12.5,
    createdAt: MORNING,
    ...changed,
  };
}

/** What holds wherever transcriptions are kept. */
export function transcriptionContract(subject: () => Promise<TranscriptionBook>, { test, expect }: Runner): void {
  const ids = async (book: TranscriptionBook, filter: object = {}, place: Partial<TranscriptionPlace> = {}) => {
    const page = await book.find({ tenantUuids: [ACME], ...filter }, { ...NEWEST, ...place });
    return [page.items.map(({ messageId }) => messageId).join(' '), page.filtered, page.total];
  };

  test('a message that is written down again is replaced, and keeps the time when it was written down first', async () => {
    const book = await subject();
    expect(await book.put(said('one'))).toEqual(said('one'));
    const later = said('one', { text: 'Rappelez-moi', language: 'fr', voicemailId: null, durationSeconds: null, providerId: null });
    const kept = await book.put({ ...later, createdAt: secondsAfter(MORNING, 60) });
    expect(kept).toEqual(later);
    expect((await book.find({ tenantUuids: [ACME] }, NEWEST)).items).toEqual([later]);
  });

  test('a message of the same id of another tenant is refused, and what there is stays; also when both come at once', async () => {
    const book = await subject();
    await book.put(said('one'));
    expect(await book.put(said('one', { tenantUuid: BETA, text: 'Other' }))).toEqual(null);
    expect((await book.find({ tenantUuids: [ACME, BETA] }, NEWEST)).items).toEqual([said('one')]);
    const many = Array.from({ length: 12 }, (_, index) => `many-${index}`);
    const both = await Promise.all(many.flatMap((id) => [ACME, BETA].map((tenantUuid) => book.put(said(id, { tenantUuid })))));
    expect(both.filter((one) => one === null).length).toEqual(many.length);
    await book.put(said('three', { tenantUuid: BETA }));
    expect((await book.find({ tenantUuids: [ACME, BETA] }, NEWEST)).total).toEqual(2 + many.length);
    expect((await book.find({ tenantUuids: [] }, NEWEST)).total).toEqual(0);
  });

  test('a deleted message is forgotten whoever’s it is, and one that nobody knows is no failure', async () => {
    const book = await subject();
    await book.put(said('one', { tenantUuid: BETA }));
    await book.put(said('two'));
    expect(await book.remove('one')).toEqual([said('one', { tenantUuid: BETA })]);
    expect(await book.remove('one')).toEqual([]);
    expect((await book.find({ tenantUuids: [ACME, BETA] }, NEWEST)).items).toEqual([said('two')]);
  });

  test('a list is ordered, paged and filtered; limit 0 is none', async () => {
    const book = await subject();
    await book.put(said('b', { createdAt: MORNING, text: 'It is 100% _sure_ \\o/' }));
    await book.put(said('a', { createdAt: secondsAfter(MORNING, 1), voicemailId: 2, text: 'PLEASE wait' }));
    await book.put(said('c', { createdAt: secondsAfter(MORNING, 2), voicemailId: null }));
    expect(await ids(book)).toEqual(['c a b', 3, 3]);
    expect(await ids(book, {}, { descending: false, offset: 1, limit: 1 })).toEqual(['a', 3, 3]);
    expect(await ids(book, {}, { order: 'messageId' })).toEqual(['c b a', 3, 3]);
    expect(await ids(book, {}, { limit: 0 })).toEqual(['', 3, 3]);
    expect(await ids(book, { createdFrom: secondsAfter(MORNING, 1), createdUntil: secondsAfter(MORNING, 2) })).toEqual(['a', 1, 3]);
    expect(await ids(book, { searchText: 'please' })).toEqual(['c a', 2, 3]);
    for (const literal of ['100% _', '_sure_', '\\O', '%']) expect(await ids(book, { searchText: literal })).toEqual(['b', 1, 3]);
    expect(await ids(book, { voicemailIds: [2, 7] })).toEqual(['a', 1, 3]);
    expect(await ids(book, { voicemailIds: [7] })).toEqual(['', 0, 3]);
  });

  test('messages of the same time are ordered by their ids', async () => {
    const book = await subject();
    for (const id of ['b', 'c', 'a']) await book.put(said(id));
    expect(await ids(book)).toEqual(['c b a', 3, 3]);
    expect(await ids(book, {}, { descending: false })).toEqual(['a b c', 3, 3]);
  });
}
