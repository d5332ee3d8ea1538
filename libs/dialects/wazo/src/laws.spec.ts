import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupConversations } from '@callstitch/correlation';
import type { CallLog, Cel } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { OFFICE } from './testing/office.js';
import { plainStory, readTable } from './testing/tell-table.js';
import { readWorkedExamples } from './testing/worked-examples.js';
import { wazoDialect } from './wazo-dialect.js';

const page = readFileSync(join(import.meta.dirname, 'testing/worked-examples.md'), 'utf8');
const tables = readWorkedExamples(page).map(({ title, table }) => [title, readTable(table)] as const);

const dialect = wazoDialect({ story: plainStory, directory: OFFICE, serviceTenantUuid: null });

function tell(cels: readonly Cel[]): readonly CallLog[] {
  return groupConversations(cels).flatMap((conversation) => {
    const told = dialect.tell(conversation);
    return isRefusal(told) ? [] : [told.callLog];
  });
}

/** Another order of arrival; the clock and the ids of the rows stay. */
const shuffled = (cels: readonly Cel[]): readonly Cel[] =>
  [...cels].sort((one, other) => ((one.id * 7919) % 31) - ((other.id * 7919) % 31) || other.id - one.id);

describe.each(tables)('%s', (_name, cels) => {
  const told = tell(cels);

  test('told twice is told the same', () => expect(tell(cels)).toEqual(told));

  test('the order in which rows arrive changes nothing', () => expect(tell(shuffled(cels))).toEqual(told));

  test('doubled rows change nothing', () => expect(tell([...cels, ...cels])).toEqual(told));

  test('a cut stream is told or refused, and never throws; the rest completes it', () => {
    for (let cut = 1; cut < cels.length; cut++) {
      tell(cels.slice(0, cut));
      tell(cels.slice(cut));
      expect(tell([...cels.slice(cut), ...cels.slice(0, cut)])).toEqual(told);
    }
  });

  test('unknown events change nothing', () => {
    const strange = cels.map((cel) => ({ ...cel, id: 1000 + cel.id, eventType: 'SOMETHING_NEW', extra: '{"extra":7}' }));
    expect(tell([...cels, ...strange])).toEqual(told);
  });

  test('payloads of every broken kind never throw', () => {
    for (const extra of ['', '{', 'null', '[]', '{"extra":null}', '{"extra":""}', '{"extra":"no label"}', '{"extra":": ,, :"}']) {
      expect(() => tell(cels.map((cel) => (cel.extra === '' ? cel : { ...cel, extra })))).not.toThrow();
    }
  });

  test('events logged as USER_DEFINED are read by their names', () => {
    const own = /^(?:WAZO|XIVO)_/;
    const logged = cels.map((cel) => (own.test(cel.eventType) ? { ...cel, eventType: 'USER_DEFINED', userDefType: cel.eventType } : cel));
    expect(tell(logged)).toEqual(told);
  });
});
