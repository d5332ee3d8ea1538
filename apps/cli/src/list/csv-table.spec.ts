import type { CallLog } from '@callstitch/domain';
import { RecordedScreen } from '../testing/recorded-screen.js';
import { threeCalls } from '../testing/three-calls.js';
import { csvCell, csvTable } from './csv-table.js';

async function csv(callLogs: readonly CallLog[]): Promise<string[]> {
  const screen = new RecordedScreen();
  const table = csvTable(screen);
  for (const callLog of callLogs) await table.write([callLog]);
  await table.end();
  return screen.lines;
}

test('a call log is a line under the header', async () => {
  const [header = '', ...lines] = await csv(await (await threeCalls()).book.all());
  expect(lines).toHaveLength(3);
  const names = header.split(',');
  const values = (lines[2] ?? '').split(',');
  expect(values).toHaveLength(names.length);
  expect(Object.fromEntries(names.map((name, index) => [name, values[index]]))).toMatchObject({
    id: '3',
    conversationId: '1795446741.309',
    tenantUuid: '',
    direction: 'inbound',
    startedAt: '2026-11-23T15:12:21.246826Z',
    sourceName: 'CUSTOMER',
    sourceNumber: '4385555010',
    requestedNumber: '5145550140',
    destinationKind: 'user',
    destinationNumber: '1002',
    answeredByNumber: '1003',
    hangupCause: '16',
    recordings: '0',
  });
});

test('the header is there without any call', async () => {
  expect(await csv([])).toEqual([expect.stringMatching(/^id,conversationId,/) as string]);
});

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1+2', `'+1+2`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\uFFFD=1`],
  ['+33123456789', '+33123456789'],
  ['*98', '*98'],
  ['#31#0123', '#31#0123'],
  ['Smith, Jack', '"Smith, Jack"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', 'two\uFFFDlines'],
  ['', ''],
])('the text %j becomes the cell %s', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('numbers stay numbers, and what is not there is empty', () => {
  expect([csvCell(-1.5), csvCell(null)]).toEqual(['-1.5', '']);
});
