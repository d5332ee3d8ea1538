import { defineTagger } from '@callstitch/plugin-api';
import { IsNotEmpty, IsString } from 'class-validator';
import { readFile } from 'node:fs/promises';

export class VipOptions {
  /** One number on each line. */
  @IsString()
  @IsNotEmpty()
  listFile!: string;
}

/** Tags calls in which somebody on the list takes part. */
export const vip = defineTagger({
  name: 'vip',
  options: VipOptions,
  prepare: async ({ listFile }, { log }) => {
    const lines = (await readFile(listFile, 'utf8')).split('\n');
    const numbers = new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
    log.info('vip.list', { size: numbers.size });
    return numbers;
  },
  tag: ({ source, requested, destination }, _options, numbers) =>
    [source, requested, destination].some(({ number }) => number !== null && numbers.has(number)) ? ['vip'] : [],
});
