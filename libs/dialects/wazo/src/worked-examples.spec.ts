import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallLog } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { secondsOf, tellTable } from './testing/tell-table.js';
import { readWorkedExamples } from './testing/worked-examples.js';
import { wazoRecord } from './wazo-record.js';

const page = readFileSync(join(import.meta.dirname, 'testing/worked-examples.md'), 'utf8');

const examples = readWorkedExamples(page);

function shown(call: CallLog): Record<string, unknown> {
  const { date, date_answer, date_end, participants: _, recordings, ...record } = wazoRecord(call);
  const answered = date_answer === null ? null : secondsOf(date_answer);
  return {
    ...record,
    date: secondsOf(date),
    date_answer: answered,
    date_end: secondsOf(date_end),
    duration: answered === null ? null : Math.floor(secondsOf(date_end) - answered + 1e-9),
    call_status: ['answered', 'voicemail', 'blocked'].includes(call.status) ? call.status : 'unknown',
    participants: call.participants.map(({ name, role, answered: spoke, requested }) =>
      [name, role, ...(spoke ? ['answered'] : []), ...(requested ? ['requested'] : [])].join(' '),
    ),
    recordings: recordings.map(({ start, end, path, uuid }) => [secondsOf(start), secondsOf(end), path, uuid]),
  };
}

test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, { table, told }) => {
  const tellings = tellTable(table);
  expect(tellings).toHaveLength(1);
  const [telling] = tellings;
  if (telling === undefined || isRefusal(telling)) throw new Error('refused');
  const { cel_ids: _ids, ...expected } = told;
  expect(shown(telling.callLog)).toMatchObject(expected);
});

test('every worked example is here', () => expect(examples).toHaveLength(19));
