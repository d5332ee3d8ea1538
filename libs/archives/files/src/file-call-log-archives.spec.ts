import { appendFile, chmod, mkdtemp, readFile, readdir, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ArchivedCall, BrokenRow } from '@callstitch/application';
import { generateCallLogs, purge } from '@callstitch/application';
import {
  MemoryRecordingFiles,
  TWO_MONTHS,
  archiveContract,
  generateOptions,
  memoryArchiveSubject,
  twoMonthsDialect,
} from '@callstitch/application/testing';
import { fileCallLogArchives } from './file-call-log-archives.js';
import type { Manifest } from './manifest.js';
import { readArchives } from './read-archives.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const ABOUT = {
  runId: 1,
  plan: {
    callLogs: { kind: 'every', filters: [] },
    recordings: { kind: 'some', filters: [] },
    held: { kind: 'some', filters: [] },
    celsBefore: null,
    policies: [],
  },
} as const;

describe('in files', () => {
  archiveContract(
    memoryArchiveSubject,
    () =>
      Promise.resolve({
        archives: fileCallLogArchives,
        directories: [join(folder, 'one'), join(folder, 'other')] as const,
        read: (directory) => readArchives([directory], { manifest: true }),
        async fill(directory, full) {
          // Root may write everywhere, so the folder is away and a file lies in its place.
          if (full) {
            await rename(directory, `${directory}-away`).catch(() => undefined);
            await writeFile(directory, '');
          } else {
            await rm(directory);
            await rename(`${directory}-away`, directory);
          }
        },
      }),
    { test, expect },
  );
});

/** Purges four calls of two months into an archive, and says where it is. */
async function archived(): Promise<string> {
  const subject = await memoryArchiveSubject(TWO_MONTHS);
  await generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(subject.store, subject.book, { dialect: twoMonthsDialect }));
  const archive = { archives: fileCallLogArchives, directory: folder };
  await purge(ABOUT.plan, subject.purges, { trigger: 'test', files: new MemoryRecordingFiles(), batchSize: 2, archive });
  return join(folder, 'purge-1');
}

async function read(paths: readonly string[], manifest = true): Promise<{ calls: ArchivedCall[]; broken: BrokenRow[] }> {
  const [calls, broken]: [ArchivedCall[], BrokenRow[]] = [[], []];
  for await (const batch of readArchives(paths, { manifest }).read((row) => broken.push(row))) calls.push(...batch);
  return { calls, broken };
}

const first = 'call-logs-2026-01.jsonl.gz';

test('a purge has a folder of its own, with a file for each month and a manifest, and nobody else may read them', async () => {
  const place = await archived();
  expect((await readdir(place)).sort()).toEqual([first, 'call-logs-2026-02.jsonl.gz', 'manifest.json']);
  const modes = await Promise.all(
    [place, join(place, first), join(place, 'manifest.json')].map(async (path) => (await stat(path)).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
  const manifest = JSON.parse(await readFile(join(place, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest).toMatchObject({ formatVersion: 1, runId: 1, plan: ABOUT.plan });
  expect(manifest.files.map(({ name, rows, tenants }) => [name, rows, Object.values(tenants).sort()])).toEqual([
    [first, 3, [1, 2]],
    ['call-logs-2026-02.jsonl.gz', 1, [1]],
  ]);
});

test('any gunzip reads the lines, which are the JSON of call logs with what only we keep', async () => {
  const lines = gunzipSync(await readFile(join(await archived(), first)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    formatVersion: 1,
    callLog: { conversationId: 'd' },
    conversation: { source: 'default' },
  });
});

test('a file that is not as it was archived is refused before anything is read, unless it is asked for', async () => {
  const place = await archived();
  await appendFile(join(place, first), 'x');
  await expect(read([folder])).rejects.toMatchObject({ code: 'ARCHIVE_INVALID', message: expect.stringContaining(first) as string });
  const { calls, broken } = await read([folder], false);
  expect([calls.length, broken]).toEqual([
    4,
    [{ input: join(place, first), row: 4, reason: 'some lines from here on are damaged or cut short' }],
  ]);
});

test('an archive without its manifest, and a folder without archives, are refused', async () => {
  await expect(read([folder])).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' });
  const place = await archived();
  await rm(join(place, 'manifest.json'));
  await expect(read([place])).rejects.toThrow(/has no manifest\.json: its purge did not come to its end/);
  expect((await read([place], false)).calls).toHaveLength(4);
});

test('a manifest that leads out of its folder is refused', async () => {
  const place = await archived();
  const manifest = JSON.parse(await readFile(join(place, 'manifest.json'), 'utf8')) as Manifest;
  const files = [{ ...manifest.files[0], name: '../secret' }];
  await writeFile(join(place, 'manifest.json'), JSON.stringify({ ...manifest, files }));
  await expect(read([place])).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' });
});

test('bare files are read plain or packed by anybody, and a broken line spoils itself only', async () => {
  const text = gunzipSync(await readFile(join(await archived(), first))).toString('utf8');
  const broken = text.replace('"version":1', '"version":"x"').replace('\n', '\nnonsense\n{"formatVersion":2}\n');
  const [plain, packed] = [join(folder, 'plain.jsonl'), join(folder, 'packed.jsonl.gz')];
  await writeFile(plain, broken);
  await writeFile(packed, gzipSync(broken));
  for (const path of [plain, packed]) {
    const done = await read([path]);
    expect(done.calls.map(({ callLog }) => callLog.conversationId)).toEqual(['a', 'b']);
    expect(done.broken).toEqual([
      { input: path, row: 1, reason: 'callLog.version is not a whole number' },
      { input: path, row: 2, reason: 'is no JSON' },
      { input: path, row: 3, reason: 'was written by a later version of callstitch (format 2)' },
    ]);
  }
  await truncate(packed, Math.trunc((await stat(packed)).size / 2));
  expect((await read([packed])).broken.at(-1)).toMatchObject({ reason: 'the file is cut short here' });
});

test('what a killed purge was writing is cut off by who goes on, and nothing before it', async () => {
  const place = await archived();
  const whole = await readFile(join(place, first));
  await appendFile(join(place, first), whole.subarray(0, 100));
  const archive = await fileCallLogArchives.resume(place);
  expect(await readFile(join(place, first))).toEqual(whole);
  const [call] = (await read([place], false)).calls;
  await archive.keep([call as ArchivedCall]);
  await archive.finish(ABOUT);
  const { calls, broken } = await read([place]);
  expect([calls.length, broken]).toEqual([5, []]);
});

test('an archive of nothing leaves no folder, and a folder of another database is left alone', async () => {
  const one = await fileCallLogArchives.begin(folder, 1);
  const other = await fileCallLogArchives.begin(folder, 1);
  expect([one.place, other.place]).toEqual([join(folder, 'purge-1'), join(folder, 'purge-1-2')]);
  await one.finish(ABOUT);
  expect(await readdir(folder)).toEqual(['purge-1-2']);
});

const asRoot = process.getuid?.() === 0;
test('why an archive cannot be written is one sentence', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(fileCallLogArchives.begin(join(folder, 'file'), 1)).rejects.toMatchObject({ code: 'ARCHIVE_UNUSABLE' });
  await chmod(folder, 0o500);
  const begun = await fileCallLogArchives.begin(join(folder, 'new'), 1).catch((error: unknown) => (error as Error).message);
  await chmod(folder, 0o700);
  const sentence = `The archive ${join(folder, 'new')} cannot be written (permission denied); no call log that is not in it was deleted.`;
  expect(begun).toEqual(asRoot ? expect.objectContaining({ place: join(folder, 'new', 'purge-1') }) : sentence);
});

test('a disk that is full is one sentence, and what was archived before stays whole', async () => {
  const place = await archived();
  const { calls } = await read([place]);
  await symlink('/dev/full', join(place, 'call-logs-2027-05.jsonl.gz'));
  const [call] = calls as [ArchivedCall];
  const inMay = { ...call, callLog: { ...call.callLog, startedAt: 1_810_000_000_000_000 as typeof call.callLog.startedAt } };
  const archive = await fileCallLogArchives.resume(place);
  await expect(archive.keep([inMay])).rejects.toMatchObject({
    code: 'ARCHIVE_UNUSABLE',
    message: `The archive ${place} cannot be written (the disk is full); no call log that is not in it was deleted.`,
  });
  expect((await read([place])).calls).toEqual(calls);
});
