import type { Conversation } from '@callstitch/correlation';
import type { CallLog, Cel, Refusal, Telling } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { BrokenRow, CelSource } from './cel-source.js';
import { correlateCels } from './correlate-cels.js';
import type { Dialect } from './dialect.js';

/** A source that holds its batches in memory; a broken row stands where a batch would. */
function sourceOf(...batches: readonly (readonly Cel[] | BrokenRow)[]): CelSource {
  return {
    ownIds: () => true,
    async *read(onBroken) {
      for (const batch of batches) {
        await Promise.resolve();
        if ('reason' in batch) onBroken(batch);
        else yield batch;
      }
    },
  };
}

/** Tells nothing but when a conversation began, and refuses those of a channel named "mute". */
const plain: Dialect = {
  name: 'plain',
  tell({ id, cels }: Conversation): Telling | Refusal {
    const [first] = cels as readonly [Cel];
    if (first.channelName === 'mute') return { reason: 'has nothing to say' };
    return {
      callLog: { conversationId: id, startedAt: first.eventTime, participants: [] as CallLog['participants'] } as CallLog,
      evidence: [],
    };
  },
};

const THREE_CALLS = celTable(`
  eventtype    | eventtime           | channame | uniqueid | linkedid
  CHAN_START   | 2026-01-05 09:00:03 | late     | c        | c
  CHAN_START   | 2026-01-05 09:00:01 | early    | a        | a
  CHAN_START   | 2026-01-05 09:00:02 | mute     | b        | b
  LINKEDID_END | 2026-01-05 09:00:04 | early    | a        | a
  CHAN_END     | 2026-01-05 09:00:05 | mute     | b        | b
`);

const by = (dialect: Dialect) => () => ({ dialect, directory: null, tagger: null });

test('conversations are told in order of their start', async () => {
  const { tellings } = await correlateCels({ source: sourceOf(THREE_CALLS), narrator: by(plain) });
  expect(tellings.map(({ callLog }) => callLog.conversationId)).toEqual(['a', 'c']);
});

test('the dialect may tell another start than the first row, and the order is that of the tellings', async () => {
  const ends: Dialect = {
    name: 'ends',
    tell: ({ id, cels }) => ({
      callLog: { conversationId: id, startedAt: cels.at(-1)?.eventTime, participants: [] as CallLog['participants'] } as CallLog,
      evidence: [],
    }),
  };
  const { tellings } = await correlateCels({ source: sourceOf(THREE_CALLS), narrator: by(ends) });
  expect(tellings.map(({ callLog }) => callLog.conversationId)).toEqual(['c', 'a', 'b']);
});

test('a conversation that cannot be told is refused with its reason and its rows, and does not stop the next', async () => {
  const { tellings, refused } = await correlateCels({ source: sourceOf(THREE_CALLS), narrator: by(plain) });
  expect(refused).toEqual([{ conversationId: 'b', reason: 'has nothing to say', cels: [THREE_CALLS[2], THREE_CALLS[4]] }]);
  expect(tellings).toHaveLength(2);
});

test('a conversation of which the input holds no end is open, and told all the same', async () => {
  const { open, tellings } = await correlateCels({ source: sourceOf(THREE_CALLS), narrator: by(plain) });
  expect(open).toEqual(['c']);
  expect(tellings.at(-1)?.callLog.conversationId).toBe('c');
});

test('an open conversation may be among the refused', async () => {
  const source = sourceOf(THREE_CALLS.slice(0, 3));
  const { open, refused } = await correlateCels({ source, narrator: by(plain) });
  expect(open).toEqual(['a', 'b', 'c']);
  expect(refused.map(({ conversationId }) => conversationId)).toEqual(['b']);
});

test('broken rows are collected with their place and reason, and the rows around them are unharmed', async () => {
  const broken = { input: 'cel.csv', row: 3, reason: 'has no eventtime' };
  const source = sourceOf(THREE_CALLS.slice(0, 2), broken, THREE_CALLS.slice(2), { ...broken, row: 9 });
  const { brokenRows, rowsRead, tellings } = await correlateCels({ source, narrator: by(plain) });
  expect(brokenRows).toEqual([broken, { ...broken, row: 9 }]);
  expect(rowsRead).toBe(5);
  expect(tellings).toHaveLength(2);
});

test('a conversation that is spread over batches is one', async () => {
  const source = sourceOf(...THREE_CALLS.map((cel) => [cel]));
  const { tellings, refused } = await correlateCels({ source, narrator: by(plain) });
  expect(tellings.length + refused.length).toBe(3);
});

test('progress is told after each batch, with the rows read so far', async () => {
  const progress: number[] = [];
  const source = sourceOf(THREE_CALLS.slice(0, 2), { input: '', row: 1, reason: '' }, [], THREE_CALLS.slice(2));
  await correlateCels({ source, narrator: by(plain), onProgress: (rowsRead) => progress.push(rowsRead) });
  expect(progress).toEqual([2, 2, 5]);
});

test('an input without rows tells nothing', async () => {
  expect(await correlateCels({ source: sourceOf(), narrator: by(plain) })).toEqual({
    rowsRead: 0,
    tellings: [],
    open: [],
    refused: [],
    brokenRows: [],
  });
});

test('an input that is unusable as a whole fails with its own sentence', async () => {
  const failure = new CallstitchError('CEL_FILE_INVALID', 'cel.csv has no column eventtime.');
  const source: CelSource = {
    ownIds: () => true,
    async *read() {
      await Promise.resolve();
      throw failure;
    },
  };
  await expect(correlateCels({ source, narrator: by(plain) })).rejects.toBe(failure);
});
