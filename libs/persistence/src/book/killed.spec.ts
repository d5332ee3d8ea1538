import { generateCallLogs } from '@callstitch/application';
import { aCall, aCel, generateOptions, momentOf } from '@callstitch/application/testing';
import type { Cel, Linkedid, Uniqueid } from '@callstitch/domain';
import { bookFaults } from '../testing/book-faults.js';
import { generationSubject } from '../testing/generation-subject.js';
import { runGenerator } from '../testing/run-generator.js';
import { EVERY, statements } from '../testing/statements.js';
import { untilUnlocked } from '../testing/until-unlocked.js';

const NAMES = ['a', 'b', 'c', 'd'];

/** Four calls, told in two batches; the last row joins the first call with the third. */
const cels: readonly Cel[] = [
  ...NAMES.flatMap((name, index) => aCall(name, { firstId: 1 + 4 * index })),
  aCel({ id: 17, eventType: 'HANGUP', eventTime: momentOf(17), uniqueid: 'c' as Uniqueid, linkedid: 'a' as Linkedid }),
];

const EXPECTED = [
  ['a', 9],
  ['b', 4],
  ['d', 4],
];

test('a generator killed before any of its statements loses nothing and doubles nothing', async () => {
  let killed = 0;
  for (const statement of statements()) {
    const { store, book, pool, url, close } = await generationSubject(cels);
    const end = await runGenerator(url, statement);
    expect([statement, await bookFaults(pool)]).toEqual([statement, []]);
    await untilUnlocked(pool);
    // Another one takes over at once: claims of the dead are anybody's.
    await generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book));
    expect([statement, await bookFaults(pool)]).toEqual([statement, []]);
    const calls = (await book.all()).map(({ source, talkSeconds }) => [source.number, talkSeconds]).sort();
    expect([statement, calls]).toEqual([statement, EXPECTED]);
    await close();
    if (end.signal === null) {
      expect([end.code, end.output]).toEqual([0, expect.stringContaining('"batches"') as string]);
      break;
    }
    expect(end.signal).toBe('SIGKILL');
    killed++;
  }
  // Connecting, claiming, reading, widening, deciding and writing, for each batch.
  expect(killed * EVERY).toBeGreaterThan(27);
}, 300_000);
