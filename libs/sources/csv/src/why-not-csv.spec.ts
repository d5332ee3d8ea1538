import { gzipSync } from 'node:zlib';
import { whyNotCsv } from './why-not-csv.js';

test.each([
  ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), 'is a zip archive or spreadsheet'],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'is compressed with xz'],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'is compressed with zstd'],
  ['bzip2', Buffer.from('BZh91AY'), 'is compressed with bzip2'],
  ['UTF-16', Buffer.from('\uFEFFid,eventtype', 'utf16le'), 'is UTF-16 text; save it as UTF-8.'],
  ['a gzip in a gzip', gzipSync('id'), 'is a binary file'],
  ['JSON', Buffer.from('\uFEFF  [{"id": 1}]'), 'is JSON, not CSV'],
  ['HTML', Buffer.from('\n<!DOCTYPE html>'), 'is HTML or XML, not CSV'],
])('%s is named', (_, head, reason) => {
  expect(whyNotCsv(head)).toContain(reason);
});

test('text that may be CSV is let through', () => {
  expect(whyNotCsv(Buffer.from('\uFEFFid,"eventtype"\n'))).toBeNull();
});
