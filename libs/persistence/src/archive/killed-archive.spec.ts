import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCallLogs, importCallLogs } from '@callstitch/application';
import { MemoryRecordingFiles, NAMES, TWO_MONTHS, fileOf, generateOptions, twoMonthsDialect } from '@callstitch/application/testing';
import type { Pool } from 'pg';
import { archivedIn } from '../testing/archives-in-files.js';
import { bookFaults } from '../testing/book-faults.js';
import { purgeInFolder } from '../testing/purge-in-folder.js';
import { purgeSubject } from '../testing/purge-subject.js';
import { EVERY, statements } from '../testing/statements.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs a purge with an archive as a process of its own; it kills itself before a statement. Null when it came to its end. */
function killedBefore(url: string, statement: number): Promise<NodeJS.Signals | null> {
  const program = join(import.meta.dirname, '../../dist/testing/purge-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, url, folder, String(statement), folder], { env, stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
}

/** Conversations whose call logs are in the database, be it out of sight. */
async function inDatabase(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ conversation_id: string }>(
    'select conversation_id from call_log union select conversation_id from purged_call_log',
  );
  return rows.map(({ conversation_id }) => conversation_id);
}

test('a purge killed before any of its statements leaves each call in the database or in its archive, and all come back', async () => {
  let killed = 0;
  for (const statement of statements()) {
    const subject = await purgeSubject(TWO_MONTHS);
    const options = generateOptions(subject.store, subject.book, { dialect: twoMonthsDialect });
    await generateCallLogs({ kind: 'newest', count: Infinity }, options);
    const before = await subject.book.all();
    const signal = await killedBefore(subject.url, statement);
    const conversations = async () => (await archivedIn(folder)).map(({ callLog }): string => callLog.conversationId);
    expect([statement, [...new Set([...(await conversations()), ...(await inDatabase(subject.pool))])].sort()]).toEqual([
      statement,
      [...NAMES],
    ]);
    // Who goes on was asked for no archive: what a killed purge took is archived as that one promised.
    if (signal !== null) await purgeInFolder(subject.pool, folder, { plan: NOTHING });
    expect([statement, [...new Set([...(await conversations()), ...(await inDatabase(subject.pool))])].sort()]).toEqual([
      statement,
      [...NAMES],
    ]);
    const archive = {
      async *read() {
        yield await archivedIn(folder);
      },
    };
    await importCallLogs({ archive, restorer: subject.restorer, files: new MemoryRecordingFiles(NAMES.map(fileOf)) });
    expect([statement, await subject.book.all()]).toEqual([statement, before]);
    expect([statement, await bookFaults(subject.pool)]).toEqual([statement, []]);
    await subject.close();
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'archive-'));
    if (signal === null) break;
    killed++;
  }
  expect(killed * EVERY).toBeGreaterThan(27);
}, 300_000);

const NOBODY = { kind: 'some', filters: [] } as const;
const NOTHING = { callLogs: NOBODY, recordings: NOBODY, held: NOBODY, celsBefore: null, policies: [] };
