import { MemoryCallLogBook, MemoryRunBook } from '@callstitch/application/testing';
import { recorded } from './recorded.js';

const OPTIONS = { command: 'generate', newest: 5 };

test('work is recorded with what was asked and what of its result is worth keeping', async () => {
  const runs = new MemoryRunBook(new MemoryCallLogBook());
  const work = () => Promise.resolve({ created: 3, secret: 'x' });
  expect(await recorded(runs, { options: OPTIONS, work, summary: ({ created }) => ({ created }) })).toEqual({ created: 3, secret: 'x' });
  expect(runs.runs).toMatchObject([{ trigger: 'command', options: OPTIONS, result: { created: 3 }, error: null }]);
  expect(runs.runs[0]?.endedAt).not.toBeNull();
});

test('work that fails is recorded with its sentence, and fails all the same', async () => {
  const runs = new MemoryRunBook(new MemoryCallLogBook());
  const failure = new Error('the disk is full');
  const work = () => Promise.reject(failure);
  await expect(recorded(runs, { options: OPTIONS, work, summary: () => ({}) })).rejects.toBe(failure);
  expect(runs.runs).toMatchObject([{ options: OPTIONS, result: null, error: 'the disk is full' }]);
});

test('when the record cannot be written either, the first failure is the one that is heard', async () => {
  const failure = new Error('the database is away');
  const runs = { begin: () => Promise.resolve(1), end: () => Promise.reject(new Error('away still')) };
  await expect(recorded(runs, { options: {}, work: () => Promise.reject(failure), summary: () => ({}) })).rejects.toBe(failure);
});
