import type { Cel } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { groupConversations } from './group-conversations.js';

/** The id of each conversation and the ids of its rows. */
function shape(cels: string | readonly Cel[]): [string, number[]][] {
  return groupConversations(typeof cels === 'string' ? celTable(cels) : cels).map(({ id, cels: rows }) => [id, rows.map((row) => row.id)]);
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

const DRAWN_TOGETHER = `
   eventtype    | eventtime           | channame   | uniqueid      | linkedid
  --------------+---------------------+------------+---------------+---------------
   CHAN_START   | 2026-01-05 09:00:01 | PJSIP/a-9  | 1700000000.9  | 1700000000.9
   CHAN_START   | 2026-01-05 09:00:02 | PJSIP/b-10 | 1700000000.10 | 1700000000.10
   CHAN_START   | 2026-01-05 09:00:03 | PJSIP/c-11 | 1700000000.11 | 1700000000.11
   BRIDGE_ENTER | 2026-01-05 09:00:04 | PJSIP/b-10 | 1700000000.10 | 1700000000.9
   BRIDGE_ENTER | 2026-01-05 09:00:05 | PJSIP/c-11 | 1700000000.11 | 1700000000.9
`;

test('two calls drawn into an older one make one conversation of the three', () => {
  expect(shape(DRAWN_TOGETHER)).toEqual([['1700000000.9', [1, 2, 3, 4, 5]]]);
});

test('rows that share neither linkedid nor channel are conversations of their own, in order of their first CEL', () => {
  expect(
    shape(`
      eventtype  | eventtime           | uniqueid | linkedid
      CHAN_START | 2026-01-05 09:00:03 | c        | c
      CHAN_START | 2026-01-05 09:00:01 | a        | a
      CHAN_START | 2026-01-05 09:00:02 | b        | a
    `),
  ).toEqual([
    ['a', [2, 3]],
    ['c', [1]],
  ]);
});

test('a linkedid is a uniqueid, so a channel belongs to those linked by its name', () => {
  expect(
    shape(`
      eventtype    | eventtime           | uniqueid | linkedid
      CHAN_START   | 2026-01-05 09:00:01 | a        | old
      CHAN_START   | 2026-01-05 09:00:02 | b        | a
    `),
  ).toEqual([['old', [1, 2]]]);
});

test('a row without a linkedid belongs to its channel and to no other such row', () => {
  expect(
    shape(`
      eventtype  | eventtime           | uniqueid | linkedid
      CHAN_START | 2026-01-05 09:00:01 | a        |
      CHAN_START | 2026-01-05 09:00:02 | b        |
      ANSWER     | 2026-01-05 09:00:03 | a        | a
    `),
  ).toEqual([
    ['a', [1, 3]],
    ['b', [2]],
  ]);
});

test.each([
  ['BLINDTRANSFER', 'transferee_channel_uniqueid'],
  ['ATTENDEDTRANSFER', 'channel2_uniqueid'],
  ['ATTENDEDTRANSFER', 'transferee_channel_uniqueid'],
  ['ATTENDEDTRANSFER', 'transfer_target_channel_uniqueid'],
  ['PICKUP', 'pickup_channel_uniqueid'],
  ['LOCAL_OPTIMIZE', 'local_two_uniqueid'],
  ['LOCAL_OPTIMIZE_BEGIN', 'local_two_uniqueid'],
])('the channel that a %s quotes as %s belongs to the conversation', (event, key) => {
  const table = (extra: string) => `
    eventtype  | eventtime           | uniqueid | linkedid | extra
    CHAN_START | 2026-01-05 09:00:01 | a        | a        |
    CHAN_START | 2026-01-05 09:00:02 | b        | b        |
    ${event}   | 2026-01-05 09:00:03 | a        | a        | ${extra}
  `;
  expect(shape(table(`{"bridge1_id":"x","${key}":"b"}`))).toEqual([['a', [1, 2, 3]]]);
  expect(shape(table(`{"other_uniqueid":"b"}`))).toHaveLength(2);
  expect(shape(table(`{"${key}":"N/A"}`))).toHaveLength(2);
});

test('two transfers that quote no channel belong to two conversations', () => {
  expect(
    shape(`
      eventtype        | eventtime           | uniqueid | linkedid | extra
      ATTENDEDTRANSFER | 2026-01-05 09:00:01 | a        | a        | {"channel2_uniqueid":"N/A"}
      ATTENDEDTRANSFER | 2026-01-05 09:00:02 | b        | b        | {"channel2_uniqueid":"N/A"}
    `),
  ).toEqual([
    ['a', [1]],
    ['b', [2]],
  ]);
});

test('what other events quote joins nobody', () => {
  expect(
    shape(`
      eventtype  | eventtime           | uniqueid | linkedid | extra
      CHAN_START | 2026-01-05 09:00:01 | b        | b        |
      MY_EVENT   | 2026-01-05 09:00:02 | a        | a        | {"transferee_channel_uniqueid":"b","pickup_channel_uniqueid":"b"}
    `),
  ).toHaveLength(2);
});

test('never by bridge: a parking lot or a conference is one bridge for everybody', () => {
  expect(
    shape(`
      eventtype    | eventtime           | uniqueid | linkedid | peer      | extra
      BRIDGE_ENTER | 2026-01-05 09:00:01 | a        | a        |           | {"bridge_id":"b1","bridge_technology":"softmix"}
      BRIDGE_ENTER | 2026-01-05 09:00:02 | b        | b        | PJSIP/a-1 | {"bridge_id":"b1","bridge_technology":"softmix"}
    `),
  ).toEqual([
    ['a', [1]],
    ['b', [2]],
  ]);
});

test('the order in which rows are read changes nothing', () => {
  for (const order of permutations(celTable(DRAWN_TOGETHER))) expect(shape(order)).toEqual([['1700000000.9', [1, 2, 3, 4, 5]]]);
});

test('an id is a name: neither its number nor its text puts a conversation first', () => {
  const orders = permutations(
    celTable(`
      eventtype  | eventtime           | uniqueid      | linkedid
      CHAN_START | 2026-01-05 09:00:01 | click-42      | click-42
      CHAN_START | 2026-01-05 09:00:02 | 1700000000.10 | 1700000000.10
      CHAN_START | 2026-01-05 09:00:03 | 1700000000.9  | 1700000000.9
      ANSWER     | 2026-01-05 09:00:04 | 1700000000.9  | click-42
    `),
  );
  for (const order of orders) {
    expect(shape(order)).toEqual([
      ['click-42', [1, 3, 4]],
      ['1700000000.10', [2]],
    ]);
  }
});

test('a table whose ids began again at one is told by its times', () => {
  expect(
    shape(`
      id | eventtype  | eventtime           | uniqueid | linkedid
      8  | CHAN_START | 2026-01-05 09:00:01 | a        | a
      9  | ANSWER     | 2026-01-05 09:00:02 | a        | a
      1  | HANGUP     | 2026-01-05 09:00:03 | a        | a
      2  | CHAN_END   | 2026-01-05 09:00:04 | a        | a
    `),
  ).toEqual([['a', [8, 9, 1, 2]]]);
});

test('rows of equal time stand in the order in which Asterisk wrote them', () => {
  const table = celTable(`
    eventtype    | eventtime                  | uniqueid | linkedid
    CHAN_START   | 2026-01-05 09:00:00.999999 | a        | a
    HANGUP       | 2026-01-05 09:00:01        | a        | a
    CHAN_END     | 2026-01-05 09:00:01        | a        | a
    LINKEDID_END | 2026-01-05 09:00:01        | a        | a
  `);
  for (const order of permutations(table)) expect(shape(order)).toEqual([['a', [1, 2, 3, 4]]]);
});
