import type {
  Transcription,
  TranscriptionBook,
  TranscriptionFilter,
  TranscriptionPage,
  TranscriptionPlace,
} from '../transcriptions/transcription-book.js';

/** Keeps transcriptions in memory. */
export class MemoryTranscriptionBook implements TranscriptionBook {
  private kept: readonly Transcription[] = [];

  put(transcription: Transcription): Promise<Transcription | null> {
    const { tenantUuid, messageId } = transcription;
    if (this.kept.some((one) => one.messageId === messageId && one.tenantUuid !== tenantUuid)) return Promise.resolve(null);
    const isSame = (one: Transcription) => one.messageId === messageId;
    const before = this.kept.find(isSame);
    const now = { ...transcription, createdAt: before?.createdAt ?? transcription.createdAt };
    this.kept = [...this.kept.filter((one) => !isSame(one)), now];
    return Promise.resolve(now);
  }

  remove(messageId: string): Promise<readonly Transcription[]> {
    const gone = this.kept.filter((one) => one.messageId === messageId);
    this.kept = this.kept.filter((one) => one.messageId !== messageId);
    return Promise.resolve(gone);
  }

  get tenants(): readonly string[] {
    return this.kept.map(({ tenantUuid }) => tenantUuid);
  }

  /** Forgets all of a tenant; says how many. */
  removeOf(tenantUuid: string): number {
    const before = this.kept.length;
    this.kept = this.kept.filter((one) => one.tenantUuid !== tenantUuid);
    return before - this.kept.length;
  }

  find(filter: TranscriptionFilter, { order, descending, offset, limit }: TranscriptionPlace): Promise<TranscriptionPage> {
    const all = this.kept.filter(({ tenantUuid }) => filter.tenantUuids.includes(tenantUuid));
    const { createdFrom = -Infinity, createdUntil = Infinity, searchText = '', voicemailIds } = filter;
    const passed = all.filter(
      ({ createdAt, text, voicemailId }) =>
        createdAt >= createdFrom &&
        createdAt < createdUntil &&
        text.toLowerCase().includes(searchText.toLowerCase()) &&
        (voicemailIds === undefined || (voicemailId !== null && voicemailIds.includes(voicemailId))),
    );
    const ordered = passed.toSorted((one, other) => {
      const byOrder = one[order] < other[order] ? -1 : one[order] > other[order] ? 1 : 0;
      const up = byOrder === 0 ? (one.messageId < other.messageId ? -1 : 1) : byOrder;
      return descending ? -up : up;
    });
    return Promise.resolve({ items: ordered.slice(offset, offset + limit), total: all.length, filtered: passed.length });
  }
}
