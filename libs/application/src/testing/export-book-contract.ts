import type { CallLog, Instant } from '@callstitch/domain';
import type { ExportBook, ExportItem, ExportSession, NewExport, SettledItem } from '../exports/export-book.js';
import type { RecordingAudit } from '../recordings/recording-audit.js';
import type { RecordingBook } from '../recordings/recording-book.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedCall, recordedPath } from './recorded-call.js';

type Stored = CallLog & { readonly id: number };

/** A book of exports on test, with the recordings beside it. */
export interface ExportBookSubject {
  readonly book: ExportBook;
  readonly recordings: RecordingBook & Pick<RecordingAudit, 'of'>;
}

const [ONE, TWO, THREE] = [1, 2, 3].map((number) => `ec500000-0000-4000-8000-00000000000${number}`) as [string, string, string];
const OTHER_TENANT = '7e7e0001-0000-4000-8000-000000000009';

/** What every ExportBook must do; the one in memory and the one on PostgreSQL run the same sentences. */
export function exportBookContract(open: (callLogs: readonly Stored[]) => Promise<ExportBookSubject>, { test, expect }: Runner): void {
  const [call, foreign] = [recordedCall(1), recordedCall(10, { tenantUuid: OTHER_TENANT })];
  const itemsOf = ({ id, tenantUuid, recordings }: typeof call): ExportItem[] =>
    recordings.slice(0, 2).map(({ uuid, startedAt }) => ({ callLogId: id, recordingUuid: uuid as string, tenantUuid, startedAt }));
  const [a, b, c, d] = [...itemsOf(call), ...itemsOf(foreign)] as [ExportItem, ExportItem, ExportItem, ExportItem];
  const request = (changed: Partial<NewExport> = {}): NewExport => ({
    uuid: ONE,
    tenantUuid: RECORDED_TENANT,
    userUuid: RECORDED_USERS.bob,
    tokenId: 7,
    requestedAt: momentOf(500),
    email: 'bob@example.org',
    ...changed,
  });
  const { tokenId: _, ...asked } = request();
  const waiting = { ...asked, status: 'pending', path: null, recordings: 4, included: 0, skipped: 0, error: null };
  const opened = (name: string, run: (subject: ExportBookSubject) => Promise<void>): void =>
    test(name, async () => {
      const subject = await open([call, foreign]);
      expect(await subject.book.create(request(), streamOf([d, b], [a, c]))).toEqual(waiting);
      return run(subject);
    });
  const work = async ({ book }: ExportBookSubject, uuid: string, on: (session: ExportSession) => Promise<unknown>): Promise<unknown> =>
    book.alone(uuid, on);
  const settled = (item: ExportItem, included: boolean): SettledItem => ({
    item,
    included,
    reason: included ? null : 'the file is missing',
  });

  opened('an export is written down as it was asked for, and waits', async ({ book }) => {
    expect(await book.get(ONE)).toEqual(waiting);
    expect([await book.get(TWO), await book.unfinished()]).toEqual([null, [ONE]]);
  });

  opened('of no recordings none is written down', async ({ book }) => {
    expect(await book.create(request({ uuid: TWO }), streamOf())).toEqual(null);
    expect([await book.get(TWO), await book.unfinished()]).toEqual([null, [ONE]]);
  });

  opened('when the recordings cannot be read to their end, none is written down', async ({ book }) => {
    const said = await book.create(request({ uuid: TWO }), broken([a])).catch((error: unknown) => String(error));
    expect([said, await book.get(TWO)]).toEqual(['Error: gone', null]);
  });

  opened('a recording that is named twice is exported once', async ({ book }) => {
    expect(await book.create(request({ uuid: TWO }), streamOf([a, b], [b], [a]))).toMatchObject({ recordings: 2 });
  });

  opened('recordings come in the order of their call logs, each once, with where their files are now', async ({ book, recordings }) => {
    await recordings.clearPath({ ...c, at: momentOf(600), userUuid: null, tokenId: null, action: 'delete', exportUuid: null });
    const located = [
      { ...a, path: recordedPath(1, 'a') },
      { ...b, path: recordedPath(1, 'b') },
      { ...c, path: null },
      { ...d, path: recordedPath(10, 'b') },
    ];
    await book.alone(ONE, async (session) => {
      for (const limit of [1, 2, 3, 9]) {
        const read: ExportItem[] = [];
        for (let after: ExportItem | null = null; ;) {
          const some: readonly ExportItem[] = await session.items(after, limit);
          after = some.at(-1) ?? null;
          if (after === null) break;
          read.push(...some);
        }
        expect(read).toEqual(located);
      }
    });
  });

  opened('one at a time works on an export, and nobody on one that is not there', async ({ book }) => {
    const during = await book.alone(ONE, async ({ asked: one }) => [one.uuid, await book.alone(ONE, () => Promise.resolve('two')), one]);
    expect(during).toEqual([ONE, null, waiting]);
    expect(await book.alone(ONE, () => Promise.resolve('again'))).toEqual('again');
    expect(await book.alone(TWO, () => Promise.resolve('nobody'))).toEqual(null);
  });

  opened('who fails at work on an export leaves it to the next', async ({ book }) => {
    const failing = book.alone(ONE, () => Promise.reject(new Error('killed')));
    expect(await failing.catch((error: unknown) => String(error))).toEqual('Error: killed');
    expect(await book.alone(ONE, ({ asked: { status } }) => Promise.resolve(status))).toEqual('pending');
  });

  opened('progress is counted, and counted anew when somebody begins again', async (subject) => {
    const { book } = subject;
    const processing = { ...waiting, status: 'processing' };
    await work(subject, ONE, async (session) => {
      expect(await session.begin()).toEqual(processing);
      await session.settle([settled(a, true), settled(b, false)]);
      await session.settle([settled(c, true)]);
    });
    expect(await book.get(ONE)).toEqual({ ...processing, included: 2, skipped: 1 });
    expect(await book.unfinished()).toEqual([ONE]);
    await work(subject, ONE, (session) => session.begin());
    expect(await book.get(ONE)).toEqual(processing);
  });

  opened('a finished export has its archive, and what is in it is noted as exported, also when it was begun twice', async (subject) => {
    const { book, recordings } = subject;
    await work(subject, ONE, async (session) => {
      await session.begin();
      await session.settle([settled(b, true)]);
    });
    const finished = { ...waiting, status: 'finished', path: '/exports/1.zip', included: 2, skipped: 2 };
    await work(subject, ONE, async (session) => {
      await session.begin();
      await session.settle([settled(a, true), settled(b, false), settled(c, true), settled(d, false)]);
      expect(await session.finish({ path: '/exports/1.zip', at: momentOf(700) })).toEqual(finished);
    });
    expect([await book.get(ONE), await book.unfinished()]).toEqual([finished, []]);
    const by = { at: momentOf(700), userUuid: RECORDED_USERS.bob, tokenId: 7, exportUuid: ONE };
    const noted = { ...by, tenantUuid: OTHER_TENANT, action: 'export', callLogId: c.callLogId, recordingUuid: c.recordingUuid };
    expect(await recordings.of(c.recordingUuid)).toEqual([noted]);
    expect([(await recordings.of(a.recordingUuid)).length, await recordings.of(b.recordingUuid)]).toEqual([1, []]);
    await book.noteDownload(ONE, { userUuid: null, tokenId: 8 }, momentOf(800));
    expect(await recordings.of(c.recordingUuid)).toEqual([
      noted,
      { ...noted, at: momentOf(800), userUuid: null, tokenId: 8, action: 'download' },
    ]);
    expect(await recordings.of(d.recordingUuid)).toEqual([]);
  });

  opened('a failed export says why, and nobody works on it again', async (subject) => {
    const error = { ...waiting, status: 'error', error: 'the disk is full' };
    await work(subject, ONE, async (session) => {
      await session.begin();
      expect(await session.fail('the disk is full')).toEqual(error);
    });
    expect([await subject.book.get(ONE), await subject.book.unfinished()]).toEqual([error, []]);
  });

  opened('those that wait are named oldest first', async ({ book }) => {
    await book.create(request({ uuid: TWO, requestedAt: momentOf(400) }), streamOf([a]));
    expect(await book.unfinished()).toEqual([TWO, ONE]);
  });

  opened('what is asked for before a limit has expired, of a tenant with one of its own by that', async ({ book }) => {
    await book.create(request({ uuid: TWO, requestedAt: momentOf(400) }), streamOf([a]));
    await book.create(request({ uuid: THREE, tenantUuid: OTHER_TENANT }), streamOf([a]));
    const expired = async (before: Instant | null, beforeOfTenants: Record<string, Instant | null> = {}) => {
      const limits = { before, beforeOfTenants };
      const uuids = (await book.expired(limits, null, 9)).map(({ uuid }) => uuid);
      let counted = 0;
      for (const count of (await book.countExpired(limits)).values()) counted += count;
      expect(counted).toEqual(uuids.length);
      return uuids;
    };
    expect(await expired(null)).toEqual([]);
    expect(await expired(momentOf(500))).toEqual([TWO]);
    expect(await expired(momentOf(501))).toEqual([ONE, TWO, THREE]);
    expect(await expired(momentOf(501), { [OTHER_TENANT]: null })).toEqual([ONE, TWO]);
    expect(await expired(null, { [OTHER_TENANT]: momentOf(501) })).toEqual([THREE]);
    expect(await expired(momentOf(501), { [RECORDED_TENANT]: momentOf(401) })).toEqual([TWO, THREE]);
    const limits = { before: momentOf(501), beforeOfTenants: {} };
    expect(await book.expired(limits, ONE, 1)).toEqual([{ uuid: TWO, tenantUuid: RECORDED_TENANT }]);
    expect([...(await book.countExpired(limits))].sort()).toEqual([
      [RECORDED_TENANT, 2],
      [OTHER_TENANT, 1],
    ]);
  });

  opened('a removed export is gone, and what was noted stays', async (subject) => {
    const { book, recordings } = subject;
    await work(subject, ONE, async (session) => {
      await session.begin();
      await session.settle([settled(a, true)]);
      await session.finish({ path: '/exports/1.zip', at: momentOf(700) });
      await session.remove();
    });
    expect([
      await book.get(ONE),
      await book.alone(ONE, () => Promise.resolve('there')),
      (await recordings.of(a.recordingUuid)).length,
    ]).toEqual([null, null, 1]);
  });
}

async function* streamOf(...batches: readonly (readonly ExportItem[])[]): AsyncIterable<readonly ExportItem[]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

async function* broken(batch: readonly ExportItem[]): AsyncIterable<readonly ExportItem[]> {
  yield await Promise.resolve(batch);
  throw new Error('gone');
}
