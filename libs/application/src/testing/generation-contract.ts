import type { CallLog, Cel, Linkedid, Uniqueid } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { CallLogBook } from '../generate/call-log-book.js';
import type { CelStore } from '../generate/cel-store.js';
import type { Seeds } from '../generate/generate-call-logs.js';
import { generateCallLogs } from '../generate/generate-call-logs.js';
import { tellMissed } from '../generate/tell-missed.js';
import { aCel, momentOf } from './a-call.js';
import { generateOptions as options } from './generate-options.js';
import type { MemoryChange } from './memory-call-log-book.js';
import { plainDialect } from './plain-dialect.js';
import { SwitchedDirectory } from './switched-directory.js';

/** A store and a book on test, with what a test does and sees beside the ports. */
export interface GenerationSubject {
  readonly store: CelStore & { put(cels: readonly Cel[]): Promise<void>; purge(matches: (cel: Cel) => boolean): Promise<void> };
  readonly book: CallLogBook & { all(): Promise<readonly CallLog[]>; changes(): Promise<readonly MemoryChange[]> };
}

/** The test runner, as far as the contract needs it. */
export interface Runner {
  readonly test: (name: string, run: () => Promise<void>) => void;
  readonly expect: (value: unknown) => { toEqual(expected: unknown): void; toMatchObject(expected: object): void };
}

const ALL: Seeds = { kind: 'newest', count: Infinity };

let lastId = 0;

/** Rows as `event channel linkedid`, one second apart. */
function rows(text: string, changed: Partial<Cel> = {}): Cel[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [eventType = '', uniqueid = '', linkedid = uniqueid] = line.trim().split(/ +/);
      const names = { channelName: `PJSIP/${uniqueid}`, uniqueid: uniqueid as Uniqueid, linkedid: linkedid as Linkedid };
      return aCel({ id: ++lastId, eventType, cidNum: uniqueid, ...names, ...changed });
    });
}

const call = (name: string): string => `CHAN_START ${name}\nANSWER ${name}\nCHAN_END ${name}\nLINKEDID_END ${name}`;

/** Who called and from how many rows it was told. */
const standing = async (book: GenerationSubject['book']): Promise<[string, number][]> =>
  (await book.all()).map(({ source, talkSeconds }) => [source.number, talkSeconds]);

/** What every CelStore with its CallLogBook must do under a generation; the fakes and the real ones run the same sentences. */
export function generationContract(open: (cels: readonly Cel[]) => Promise<GenerationSubject>, { test, expect }: Runner): void {
  const from = (name: string, run: () => Promise<void>): void =>
    test(name, () => {
      lastId = 0;
      return run();
    });

  from('each conversation is generated once, whatever the size of a batch', async () => {
    const cels = rows([call('a'), call('b'), call('c'), call('d')].join('\n'));
    for (const batchRows of [1, 2, 3, 5, 7, 100]) {
      const { store, book } = await open(cels);
      const { created } = await generateCallLogs(ALL, options(store, book, { batchRows }));
      expect([created, (await standing(book)).sort()]).toEqual([
        4,
        [
          ['a', 4],
          ['b', 4],
          ['c', 4],
          ['d', 4],
        ],
      ]);
    }
  });

  from('a second run has nothing to read and writes nothing', async () => {
    const { store, book } = await open(rows(call('a')));
    await generateCallLogs(ALL, options(store, book));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 0, created: 0, updated: 0 });
    expect((await book.changes()).length).toEqual(1);
  });

  from('successive runs of a few rows go further back in history, new rows first', async () => {
    const { store, book } = await open(rows([call('a'), call('b'), call('c')].join('\n')));
    await generateCallLogs({ kind: 'newest', count: 4 }, options(store, book));
    expect(await standing(book)).toEqual([['c', 4]]);
    await store.put(rows(call('d')));
    await generateCallLogs({ kind: 'newest', count: 4 }, options(store, book));
    await generateCallLogs({ kind: 'newest', count: 4 }, options(store, book));
    expect((await standing(book)).map(([from]) => from)).toEqual(['c', 'd', 'b']);
  });

  from('one row is widened to its whole conversation, along a chain of any length', async () => {
    const chain = 'CHAN_START 1\nBRIDGE_ENTER 2 1\nCHAN_START 2\nBRIDGE_ENTER 3 2\nCHAN_START 3\nBRIDGE_ENTER 4 3\nCHAN_END 4';
    const { store, book } = await open(rows(chain));
    await generateCallLogs({ kind: 'newest', count: 1 }, options(store, book, { silentAfterMinutes: 1 }));
    expect(await standing(book)).toEqual([['1', 7]]);
  });

  from('rows since an instant begin, older rows wait', async () => {
    const { store, book } = await open(rows([call('a'), call('b')].join('\n')));
    await generateCallLogs({ kind: 'since', instant: momentOf(5) }, options(store, book));
    expect(await standing(book)).toEqual([['b', 4]]);
  });

  from('a conversation that is not over waits, and silence ends it', async () => {
    const { store, book } = await open(rows('CHAN_START a\nANSWER a'));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ open: 1, created: 0 });
    const later = { now: () => momentOf(5 * 3600) };
    expect(await generateCallLogs(ALL, options(store, book, later))).toMatchObject({ rowsRead: 2, created: 1 });
    expect((await book.all())[0]?.closedBy).toEqual('silence');
  });

  from('the end that arrives late completes the call that waited for it', async () => {
    const { store, book } = await open(rows('CHAN_START a\nANSWER a'));
    await generateCallLogs(ALL, options(store, book));
    await store.put(rows('CHAN_END a\nLINKEDID_END a'));
    await generateCallLogs(ALL, options(store, book));
    expect(await standing(book)).toEqual([['a', 4]]);
  });

  from('a late row retells a told call under the same id with the next version', async () => {
    const { store, book } = await open(rows(call('a')));
    await generateCallLogs(ALL, options(store, book));
    await store.put(rows('HANGUP a'));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ created: 0, updated: 1 });
    expect((await book.all()).map(({ id, version, talkSeconds }) => [id, version, talkSeconds])).toEqual([[1, 2, 5]]);
    expect((await book.changes()).map(({ kind, callLogId, version }) => [kind, callLogId, version])).toEqual([
      ['created', 1, 1],
      ['updated', 1, 2],
    ]);
  });

  from('told calls that a later row joins become one, and the feed says which went where', async () => {
    const { store, book } = await open(rows([call('a'), call('b')].join('\n')));
    await generateCallLogs(ALL, options(store, book, { batchRows: 4 }));
    const [b, a] = await book.all();
    await store.put(rows('HANGUP b a'));
    await generateCallLogs(ALL, options(store, book));
    expect(await standing(book)).toEqual([['a', 9]]);
    expect((await book.changes()).at(-1)).toEqual({ kind: 'deleted', callLogId: b?.id, version: 1, mergedInto: a?.id });
  });

  from('a told call stands while what joined it is not over', async () => {
    const { store, book } = await open(rows(call('a')));
    await generateCallLogs(ALL, options(store, book));
    await store.put(rows('CHAN_START b a\nCHAN_START c b'));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ open: 1, updated: 0 });
    expect(await standing(book)).toEqual([['a', 4]]);
  });

  from('a call stands when its rows are purged and a straggler comes', async () => {
    const { store, book } = await open(rows(call('a')));
    await generateCallLogs(ALL, options(store, book));
    await store.purge(() => true);
    await store.put(rows('HANGUP a'));
    await generateCallLogs(ALL, options(store, book, { silentAfterMinutes: 0 }));
    expect(await standing(book)).toEqual([['a', 4]]);
  });

  from('what cannot be told is refused with its reason and costs nobody else', async () => {
    const cels = [
      ...rows(call('a')),
      ...rows(call('b'), { cidNum: 'poison' }),
      ...rows(call('c'), { cidNum: 'nobody' }),
      ...rows(call('d')),
    ];
    const { store, book } = await open(cels);
    expect(await generateCallLogs(ALL, options(store, book, { batchRows: 100 }))).toMatchObject({ created: 2, refused: 2 });
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 0, refused: 0 });
  });

  from('while the directory is away calls wait and what was told stands; they are told when it is back', async () => {
    const { store, book } = await open(rows(call('a')));
    const away = new SwitchedDirectory();
    const asked = (directory: SwitchedDirectory) => options(store, book, { dialect: directory.dialect, directory });
    await generateCallLogs(ALL, asked(away));
    const before = await book.all();
    await store.put([...rows('HOOK_FLASH a'), ...rows(call('b'))]);
    const gone = new SwitchedDirectory();
    gone.away = true;
    expect(await generateCallLogs(ALL, asked(gone))).toMatchObject({ created: 0, updated: 0 });
    expect(await generateCallLogs(ALL, asked(gone))).toMatchObject({ rowsRead: 9, created: 0, updated: 0, refused: 2 });
    expect(await book.all()).toEqual(before);
    gone.away = false;
    expect(await generateCallLogs(ALL, asked(gone))).toMatchObject({ created: 1, updated: 1, refused: 0 });
    expect(await standing(book)).toEqual([
      ['a', 5],
      ['b', 4],
    ]);
    expect((await book.all()).map(({ source }) => source.name)).toEqual(['a', 'b']);
  });

  from('the refused are tried again when who tells has changed', async () => {
    const { store, book } = await open(rows(call('a'), { cidNum: 'nobody' }));
    await generateCallLogs(ALL, options(store, book));
    const better = {
      ...plainDialect,
      tell: (conversation: Parameters<typeof plainDialect.tell>[0]) =>
        plainDialect.tell({ ...conversation, cels: conversation.cels.map((cel) => ({ ...cel, cidNum: 'somebody' })) }),
    };
    expect(await generateCallLogs(ALL, options(store, book, { dialect: better, teller: 'better' }))).toMatchObject({ created: 1 });
  });

  from('conversations are generated by name, read or not', async () => {
    const { store, book } = await open(rows([call('a'), call('b')].join('\n')));
    await generateCallLogs({ kind: 'linkedids', linkedids: ['b' as Linkedid] }, options(store, book));
    expect(await standing(book)).toEqual([['b', 4]]);
    expect(await generateCallLogs({ kind: 'linkedids', linkedids: ['b' as Linkedid] }, options(store, book))).toMatchObject({
      unchanged: 1,
      created: 0,
    });
  });

  from('a truncated table with restarted ids is read from its beginning, and nothing is doubled', async () => {
    const { store, book } = await open(rows([call('a'), call('b')].join('\n')));
    await generateCallLogs(ALL, options(store, book));
    await store.purge(() => true);
    lastId = 0;
    await store.put(rows(call('c')).map((cel) => ({ ...cel, eventTime: secondsAfter(cel.eventTime, 100) })));
    await generateCallLogs(ALL, options(store, book));
    expect((await standing(book)).map(([from]) => from).sort()).toEqual(['a', 'b', 'c']);
  });

  from('a row that becomes visible below rows already read is read by the next run', async () => {
    const cels = rows([call('a'), call('b')].join('\n'));
    const late = cels.filter(({ id }) => id === 2);
    const { store, book } = await open(cels.filter(({ id }) => id !== 2));
    await generateCallLogs(ALL, options(store, book));
    await store.put(late);
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 1, updated: 1 });
    expect((await standing(book)).sort()).toEqual([
      ['a', 4],
      ['b', 4],
    ]);
  });

  from('a row under an id that counts as read is found by the re-check, and its call is told again', async () => {
    const cels = rows([call('a'), call('b')].join('\n'));
    const { store, book } = await open(cels.filter(({ id }) => id !== 2));
    await generateCallLogs(ALL, options(store, book));
    await book.write({ source: store.source, read: [{ from: 2, until: 3 }], outcomes: [], teller: 'plain 1' }, null);
    await store.put(cels.filter(({ id }) => id === 2));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 0 });
    expect(await tellMissed(momentOf(0), options(store, book))).toEqual({ missed: 1, created: 0, updated: 1 });
    expect((await standing(book)).sort()).toEqual([
      ['a', 4],
      ['b', 4],
    ]);
  });

  from('a whole call under ids that count as read is found, unless it is older than asked; then nothing is left to write', async () => {
    const { store, book } = await open(rows([call('a'), call('b'), call('c')].join('\n')));
    await generateCallLogs(ALL, options(store, book));
    // Another server took over: it had never heard of b, and gave its ids again.
    await store.purge(({ linkedid }) => linkedid === 'b');
    lastId = 4;
    await store.put(rows(call('d')));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 0 });
    expect(await tellMissed(momentOf(9), options(store, book))).toEqual({ missed: 0, created: 0, updated: 0 });
    expect(await tellMissed(momentOf(0), options(store, book))).toEqual({ missed: 1, created: 1, updated: 0 });
    expect((await standing(book)).map(([from]) => from).sort()).toEqual(['a', 'b', 'c', 'd']);
    const before = await book.changes();
    expect(await tellMissed(momentOf(0), options(store, book))).toEqual({ missed: 0, created: 0, updated: 0 });
    expect(await book.changes()).toEqual(before);
  });

  from('a call of several linkedids is no more missed than unread rows and SIP messages are', async () => {
    const { store, book } = await open([
      ...rows(`CHAN_START a\nCHAN_START b\nHANGUP b a\nCHAN_END b\nLINKEDID_END b\nCHAN_END a\nLINKEDID_END a`),
      ...rows(call('m'), { channelName: 'Message/ast_msg_queue' }),
    ]);
    await generateCallLogs(ALL, options(store, book));
    await store.put(rows(`HANGUP a\n${call('c')}`));
    expect(await tellMissed(momentOf(0), options(store, book))).toEqual({ missed: 0, created: 0, updated: 0 });
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 5, created: 1, updated: 1 });
  });

  from('two runs at once share the work and double nothing', async () => {
    const { store, book } = await open(rows(Array.from('abcdefghij', call).join('\n')));
    const both = await Promise.all([generateCallLogs(ALL, options(store, book)), generateCallLogs(ALL, options(store, book))]);
    expect(both[0].rowsRead + both[1].rowsRead <= 40).toEqual(true);
    expect(both.every(({ rowsRead }) => rowsRead > 0)).toEqual(true);
    expect((await standing(book)).sort()).toEqual(Array.from('abcdefghij', (name) => [name, 4]));
  });

  from('a dry run says what it would write and leaves everything as it is', async () => {
    const { store, book } = await open(rows([call('a'), call('b')].join('\n')));
    const would: string[] = [];
    const dry = { dryRun: true, onWrite: ({ write }: { write: { kind: string } | null }) => void would.push(write?.kind ?? 'nothing') };
    expect(await generateCallLogs(ALL, options(store, book, { ...dry, batchRows: 4 }))).toMatchObject({ created: 2 });
    expect([would, await standing(book)]).toEqual([['created', 'created'], []]);
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ created: 2 });
  });

  from('rows of SIP messages never make a call', async () => {
    const { store, book } = await open(rows(call('a'), { channelName: 'Message/ast_msg_queue' }));
    expect(await generateCallLogs(ALL, options(store, book))).toMatchObject({ rowsRead: 4, created: 0, refused: 0 });
  });
}
