import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryContract } from '@callstitch/application/testing';
import { openDirectoryFile } from './open-directory-file.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'directory-'))));
afterAll(() => rmSync(folder, { recursive: true }));

directoryContract(
  (content) => {
    const path = join(folder, 'directory.json');
    writeFileSync(path, JSON.stringify(content));
    return openDirectoryFile(path);
  },
  { test, expect },
);
