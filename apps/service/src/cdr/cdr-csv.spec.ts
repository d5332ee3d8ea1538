import { csvHeader, csvLine } from './cdr-csv.js';

const RECORDING = { uuid: 'u', start_time: 's', end_time: 'e', deleted: false, filename: 'f.wav' };
const column = (line: string, name: string, recordings = 0) =>
  line.trimEnd().split(',')[csvHeader(recordings).trimEnd().split(',').indexOf(name)];

test('absent values are empty, truths are as Python writes them, tags go between semicolons', () => {
  const line = csvLine({ id: 7, answered: true, answer: null, tags: ['a', 'b'] }, 0);
  expect(['id', 'answered', 'answer', 'tags', 'source_name'].map((name) => column(line, name))).toEqual(['7', 'True', '', 'a;b', '']);
  expect(line.endsWith('\r\n')).toBe(true);
});

test('there are columns for as many recordings as any call has', () => {
  expect(csvHeader(2)).toContain(
    ',recording_1_uuid,recording_1_start_time,recording_1_end_time,recording_1_deleted,recording_1_filename,recording_2_uuid',
  );
  expect(
    csvLine({ recordings: [RECORDING] }, 2)
      .trimEnd()
      .split(',')
      .slice(-10),
  ).toEqual(['u', 's', 'e', 'False', 'f.wav', '', '', '', '', '']);
});

test.each([
  ['=1+2', "'=1+2"],
  ['@cmd', "'@cmd"],
  ['-x', "'-x"],
  ['+33142', '+33142'],
  ['*10#', '*10#'],
  ['+x', "'+x"],
  ['Smith', 'Smith'],
])('a spreadsheet takes %s for no formula', (name, cell) => {
  expect(column(csvLine({ source_name: name }, 0), 'source_name')).toBe(cell);
});

test('commas, quotes and line ends stay inside of a cell', () => {
  expect(csvLine({ source_name: 'Smith, "Bob"\n' }, 0)).toContain('"Smith, ""Bob""\n"');
});
