import { aCallLog, checkTagger } from '@callstitch/plugin-testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { vip } from './vip.js';

const options = { listFile: 'vip-numbers.txt' };
const data = new Set(['4385555010']);

test('a call is vip when somebody on the list takes part', () =>
  checkTagger(vip, [
    { name: 'nobody on the list', call: aCallLog(), options, data, tags: [] },
    { name: 'one calls', call: aCallLog({ source: { number: '4385555010' } }), options, data, tags: ['vip'] },
    { name: 'one is called', call: aCallLog({ requested: { number: '4385555010' } }), options, data, tags: ['vip'] },
  ]));

test('the list is a file with one number on each line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vip-'));
  try {
    const listFile = join(folder, 'numbers.txt');
    await writeFile(listFile, '4385555010\r\n\n 1002 \n');
    await checkTagger(vip, [
      { name: 'on the last line', call: aCallLog({ destination: { number: '1002' } }), options: { listFile }, tags: ['vip'] },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
