import type { RecordingFiles } from '../retention/recording-files.js';
import type { Runner } from './generation-contract.js';

/** Files on test: one that can be read, with what it holds, and a path in a folder of ours without a file. */
export interface RecordingFilesSubject {
  readonly files: RecordingFiles;
  readonly path: string;
  readonly content: string;
  readonly missing: string;
}

/** All bytes of a stream, as text. */
export async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String.fromCharCode(...piece);
  return text;
}

/** What all RecordingFiles must do; those in memory and those on a disk run the same sentences. */
export function recordingFilesContract(open: () => Promise<RecordingFilesSubject>, { test, expect }: Runner): void {
  test('a file is read from a byte to before another one', async () => {
    const { files, path, content } = await open();
    const opening = await files.open(path);
    if (opening.kind !== 'open') throw new Error(`it was ${opening.kind}`);
    const { file } = opening;
    expect(file.size).toEqual(content.length);
    for (const [from, until] of [
      [0, content.length],
      [1, 3],
      [content.length - 1, content.length],
    ] as const) {
      expect(await textOf(file.stream(from, until))).toEqual(content.slice(from, until));
    }
    expect(await textOf(file.stream(2, 2))).toEqual('');
    await file.close();
    await file.close();
  });

  test('a file that was opened can be read when it is removed', async () => {
    const { files, path, content } = await open();
    const opening = await files.open(path);
    expect(await files.remove(path)).toEqual({ kind: 'removed' });
    if (opening.kind !== 'open') throw new Error(`it was ${opening.kind}`);
    expect(await textOf(opening.file.stream(0, opening.file.size))).toEqual(content);
    await opening.file.close();
    expect([await files.open(path), await files.remove(path), await files.look(path)]).toEqual([
      { kind: 'missing' },
      { kind: 'missing' },
      'missing',
    ]);
  });

  test('a file that is not there is missing', async () => {
    const { files, missing } = await open();
    expect([await files.open(missing), await files.remove(missing)]).toEqual([{ kind: 'missing' }, { kind: 'missing' }]);
  });
}
