import { generateCallLogs } from '@callstitch/application';
import { NAMES, TWO_MONTHS, generateOptions, sweepContract, twoMonthsDialect } from '@callstitch/application/testing';
import { purgeSubject } from '../testing/purge-subject.js';
import { PostgresSweepStore } from './postgres-sweep-store.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((subject) => subject.close()));
});

const swept = async (cels: Parameters<typeof purgeSubject>[0]) => {
  const subject = await purgeSubject(cels);
  opened.push(subject);
  return { ...subject, sweeps: new PostgresSweepStore({ pool: subject.pool, cels: subject.store }) };
};

describe('on PostgreSQL', () => {
  sweepContract(swept, { test, expect });
});

test('a path that was taken does not come back with a new generation of the call', async () => {
  const { book, store, sweeps, pool } = await swept(TWO_MONTHS);
  const generate = () => generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book, { dialect: twoMonthsDialect }));
  await generate();
  await sweeps.alone(async (session) => session.clearPaths(await session.recordings({ after: null, limit: 1, names: null })));
  await book.forget('default', null);
  await generate();
  const { rows } = await pool.query('select path from recording where path is not null');
  expect([(await book.all()).length, rows.length]).toEqual([4, NAMES.length - 1]);
});

test('paths longer than an index can hold are remembered, and so are paths that come twice', async () => {
  const { sweeps } = await swept([]);
  const long = `/recordings/${'x'.repeat(4_000)}`;
  await sweeps.alone(async (session) => {
    await session.remember([long, long, '/recordings/a.wav']);
    await session.remember([long]);
    expect([...(await session.unnamed([long, '/recordings/b.wav', `${long}y`]))]).toEqual(['/recordings/b.wav', `${long}y`]);
  });
});

test('a purge waits until the sweep has ended', async () => {
  const { sweeps, purges } = await swept([]);
  const order: string[] = [];
  let purging: Promise<unknown> = Promise.resolve();
  await sweeps.alone(async (session) => {
    purging = purges.alone(() => Promise.resolve(order.push('purge')));
    await session.recordings({ after: null, limit: 1, names: null });
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push('sweep');
  });
  await purging;
  expect(order).toEqual(['sweep', 'purge']);
});
