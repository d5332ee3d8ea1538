import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { Cel } from '@callstitch/domain';
import { csvCelSource } from '@callstitch/source-csv';
import type { TrueCall, TrueScenario } from './truth.js';

/** A recorded scenario: its CELs and what happened. */
export interface Scenario {
  /** File name without ending, e.g. `050-attended-transfer-refer`. */
  readonly name: string;
  readonly cels: readonly Cel[];
  readonly truth: TrueScenario;
}

/** The recordings of the repository; another folder of the same shape may be named on the command line. */
export const SAMPLES = join(import.meta.dirname, '../../../samples/asterisk');

/** All CELs of a file; a broken row in a recording is a fault. */
export async function readCels(file: string): Promise<readonly Cel[]> {
  const cels: Cel[] = [];
  const source = csvCelSource([file], { stdin: Readable.from([]) });
  const refuse = ({ row, reason }: { readonly row: number; readonly reason: string }): void => {
    throw new Error(`${file} row ${row}: ${reason}`);
  };
  for await (const batch of source.read(refuse)) cels.push(...batch);
  return cels;
}

/** The scenarios of a folder in order of their numbers. */
export async function readScenarios(folder: string): Promise<readonly Scenario[]> {
  const truths = (await readdir(folder)).filter((file) => file.endsWith('.truth.json')).sort();
  return Promise.all(
    truths.map(async (file) => {
      const name = file.slice(0, -'.truth.json'.length);
      const truth = JSON.parse(await readFile(join(folder, file), 'utf8')) as TrueScenario;
      return { name, cels: await readCels(join(folder, `${name}.csv`)), truth };
    }),
  );
}

/** The concurrent run: its CELs, and the truth of those calls that the script noted. */
export async function readLoadRun(folder: string): Promise<{ readonly cels: readonly Cel[]; readonly truths: readonly TrueCall[] }> {
  const lines = gunzipSync(await readFile(join(folder, 'load-20k.calls.jsonl.gz')))
    .toString()
    .split('\n');
  return {
    cels: await readCels(join(folder, 'load-20k.csv.gz')),
    truths: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TrueCall),
  };
}
