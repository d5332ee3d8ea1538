import { generateCallLogs } from '@callstitch/application';
import { aCall, aCel, generateOptions, momentOf } from '@callstitch/application/testing';
import type { Cel, Linkedid, Uniqueid } from '@callstitch/domain';
import { copyIn } from '../copy/copy-in.js';
import { CEL_COPY_COLUMNS, celRow } from '../postgres-cel-table.js';
import { bookFaults } from '../testing/book-faults.js';
import { generationSubject, putCels } from '../testing/generation-subject.js';
import { runGenerator } from '../testing/run-generator.js';

const ALL = { kind: 'newest', count: Infinity } as const;

function calls(count: number, firstId = 1): readonly Cel[] {
  return Array.from({ length: count }, (_none, index) => aCall(`call-${firstId + 4 * index}`, { firstId: firstId + 4 * index })).flat();
}

test.each([2, 4])(
  '%i generators at once tell every conversation once',
  async (generators) => {
    // Every tenth call is drawn into the one before it: conversations reach over the edges of batches.
    const joined = calls(150).map((cel) =>
      cel.eventType === 'CHAN_END' && cel.id % 40 === 3 && cel.id > 40 ? { ...cel, linkedid: `call-${cel.id - 6}` as Linkedid } : cel,
    );
    const { book, pool, url, close } = await generationSubject(joined);
    const ends = await Promise.all(Array.from({ length: generators }, () => runGenerator(url)));
    expect(ends.map(({ code, output }) => [code, output.includes('"batches"')])).toEqual(ends.map(() => [0, true]));
    expect(await bookFaults(pool)).toEqual([]);
    const rows = (await book.all()).map(({ talkSeconds }) => talkSeconds);
    expect(rows.reduce((sum, own) => sum + own, 0)).toBe(600);
    await close();
  },
  120_000,
);

test('rows that arrive while generators run are told by the next run at the latest', async () => {
  const { store, book, pool, url, close } = await generationSubject(calls(40));
  const generators = [runGenerator(url), runGenerator(url)];
  for (let firstId = 161; firstId < 561; firstId += 40) await putCels(pool, calls(10, firstId));
  await Promise.all(generators);
  await generateCallLogs(ALL, generateOptions(store, book));
  expect(await bookFaults(pool)).toEqual([]);
  expect(await book.all()).toHaveLength(140);
  await close();
}, 120_000);

test('rows that commit after rows with higher ids were read are told all the same', async () => {
  const { store, book, pool, close } = await generationSubject([]);
  const slow = await pool.connect();
  await slow.query('begin');
  const [first, ...rest] = aCall('a', { firstId: 1 });
  await copyIn(slow, { table: 'cel', columns: CEL_COPY_COLUMNS }, [celRow(first as Cel)]);
  await putCels(pool, rest);
  await generateCallLogs(ALL, generateOptions(store, book));
  await slow.query('commit');
  slow.release();
  await generateCallLogs(ALL, generateOptions(store, book));
  expect((await book.all()).map(({ talkSeconds }) => talkSeconds)).toEqual([4]);
  expect(await bookFaults(pool)).toEqual([]);
  await close();
});

test('one poisoned conversation among a thousand costs nobody else', async () => {
  const thousand = calls(1000).map((cel) => (cel.linkedid === 'call-2001' ? { ...cel, cidNum: 'poison' } : cel));
  const { store, book, pool, close } = await generationSubject(thousand);
  const generated = await generateCallLogs(ALL, generateOptions(store, book, { batchRows: 1000 }));
  expect([generated.created, generated.refused]).toEqual([999, 1]);
  const { rows } = await pool.query<{ reason: string }>("select reason from conversation where state = 'refused'");
  expect(rows).toEqual([{ reason: 'cannot be told: poisoned' }]);
  expect(await generateCallLogs(ALL, generateOptions(store, book))).toMatchObject({ rowsRead: 0 });
  await close();
}, 60_000);

test('a transfer that comes late merges calls that were told apart', async () => {
  const { store, book, pool, close } = await generationSubject(calls(3));
  await generateCallLogs(ALL, generateOptions(store, book));
  const late = { uniqueid: 'call-9' as Uniqueid, linkedid: 'call-1' as Linkedid, eventTime: momentOf(13) };
  await putCels(pool, [aCel({ id: 13, eventType: 'BRIDGE_EXIT', ...late })]);
  await generateCallLogs(ALL, generateOptions(store, book));
  expect((await book.all()).map(({ conversationId, talkSeconds }) => [conversationId, talkSeconds]).sort()).toEqual([
    ['call-1', 9],
    ['call-5', 4],
  ]);
  expect(await bookFaults(pool)).toEqual([]);
  await close();
});

test('generating unchanged calls again writes no call log and no change', async () => {
  const { store, book, pool, close } = await generationSubject(calls(5));
  await generateCallLogs(ALL, generateOptions(store, book));
  const written = async (): Promise<unknown> =>
    (await pool.query('select (select max(xmin::text::bigint) from call_log) as log, (select count(*) from call_log_change) as feed')).rows;
  const before = await written();
  await book.forgetRead('default');
  expect(await generateCallLogs(ALL, generateOptions(store, book))).toMatchObject({ created: 0, updated: 0 });
  expect(await written()).toEqual(before);
  await close();
});
