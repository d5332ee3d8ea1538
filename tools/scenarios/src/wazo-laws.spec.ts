import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE, readTable, readWorkedExamples } from '@callstitch/dialect-wazo/testing';
import type { CallLog, Cel } from '@callstitch/domain';
import { tellWazo } from './peer/tell-wazo.js';
import { seededRandom, shuffled } from './seeded-random.js';

const PAGE = join(import.meta.dirname, '../../../libs/dialects/wazo/src/testing/worked-examples.md');
const examples = readWorkedExamples(readFileSync(PAGE, 'utf8')).map(({ title, table, told }) => [title, readTable(table), told] as const);

const tell = (cels: readonly Cel[]): readonly CallLog[] => tellWazo(cels, { directory: OFFICE, serviceTenantUuid: null });

describe.each(examples)('%s', (_title, cels, expected) => {
  const told = tell(cels);

  test('over the story of Asterisk’s own events it is told as by itself', () => {
    expect(told).toHaveLength(1);
    expect(told[0]?.destination).toMatchObject({
      number: expected['destination_exten'] ?? told[0]?.destination.number,
      line: expected['destination_line_identity'] ?? told[0]?.destination.line,
      name: 'destination_name' in expected ? expected['destination_name'] : told[0]?.destination.name,
    });
    expect(told[0]?.answeredAt === null).toBe(expected['date_answer'] === null);
  });

  test('rows in any order of arrival, or doubled, change nothing', () => {
    expect(tell(shuffled(cels, seededRandom(1)))).toEqual(told);
    expect(tell([...cels, ...cels])).toEqual(told);
  });

  test('without LINKEDID_END it is told the same, but for what closed it', () => {
    const without = tell(cels.filter(({ eventType }) => eventType !== 'LINKEDID_END'));
    expect(without.map((call) => ({ ...call, closedBy: null }))).toEqual(told.map((call) => ({ ...call, closedBy: null })));
  });

  test('a piece of it never throws', () => {
    for (let cut = 1; cut < cels.length; cut++) expect(() => [tell(cels.slice(0, cut)), tell(cels.slice(cut))]).not.toThrow();
  });
});

test('calls of one stream are told as each by itself', () => {
  const every = examples.flatMap(([, cels]) => cels).map((cel, index) => ({ ...cel, id: index + 1 }));
  const told = new Map(tell(every).map((call) => [call.conversationId, call]));
  for (const [, cels] of examples) for (const call of tell(cels)) expect(told.get(call.conversationId)).toEqual(call);
});
