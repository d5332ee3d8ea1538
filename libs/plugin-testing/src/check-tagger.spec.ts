import { defineTagger, type CallLog } from '@callstitch/plugin-api';
import { IsInt } from 'class-validator';
import { aCallLog } from './a-call-log.js';
import { checkTagger } from './check-tagger.js';

const call = aCallLog();

function failing(tag: (call: CallLog) => readonly string[], tags: readonly string[] = ['x'], name = 'x'): Promise<unknown> {
  return checkTagger(defineTagger({ name, tag }), [{ name: 'a call', call, tags }]).catch((error: unknown) => (error as Error).message);
}

test('a tagger that keeps its promises passes, its tags in any order', async () => {
  expect(await failing(() => ['b', 'a'], ['a', 'b'])).toBeUndefined();
});

test('other tags than the case says are a failure', async () => {
  expect(await failing(() => ['y'])).toBe('tagger x:\n- a call: gave [y], not [x]');
});

test('a changed call is a failure, even if only a Date of it was set', async () => {
  const setsADate = ({ startedAt }: CallLog) => (startedAt.setUTCFullYear(1999), ['x']);
  expect(await failing(setsADate)).toBe('tagger x:\n- a call: changed the call');
  expect(await failing(({ participants }) => ((participants as unknown[]).pop(), ['x']))).toMatch(/a call: threw TypeError/);
  expect(call.startedAt.getUTCFullYear()).toBe(2026);
});

test('two answers to one question are a failure', async () => {
  let times = 0;
  expect(await failing(() => [`x${(times += 1)}`], ['x1'])).toBe('tagger x:\n- a call: gave [x1] and then [x2] for the same call');
});

test('tags and names are in kebab-case', async () => {
  expect(await failing(() => ['Night Call'], ['Night Call'], 'Night')).toBe(
    'tagger Night:\n- its name is not in kebab-case\n- a call: gave "Night Call", which is not in kebab-case',
  );
});

test('what the host would count as rubbish is a failure', async () => {
  expect(await failing(() => 'x' as never)).toBe('tagger x:\n- a call: gave something else than a list of words');
});

test('all failures of all cases come in one error', async () => {
  const never = defineTagger({ name: 'never', tag: () => [] });
  const cases = ['one', 'two'].map((name) => ({ name, call, tags: [name] }));
  await expect(checkTagger(never, cases)).rejects.toThrow('tagger never:\n- one: gave [], not [one]\n- two: gave [], not [two]');
});

test('options are parsed as the host parses them, with the defaults of their class', async () => {
  class Options {
    @IsInt() seconds = 5;
  }
  const short = defineTagger({ name: 'short', options: Options, tag: (_call, { seconds }) => [`under-${seconds}`] });
  await checkTagger(short, [
    { name: 'default', call, tags: ['under-5'] },
    { name: 'given', call, options: { seconds: 9 }, tags: ['under-9'] },
  ]);
  await expect(checkTagger(short, [{ name: 'wrong', call, options: { second: 9 }, tags: [] }])).rejects.toThrow(
    'wrong: options.second is not an option',
  );
});

test('data are handed in, or come from prepare', async () => {
  const vip = defineTagger({
    name: 'vip',
    prepare: () => Promise.resolve(new Set(['1001'])),
    tag: ({ source }, _options, numbers) => (numbers.has(source.number) ? ['vip'] : []),
  });
  await checkTagger(vip, [
    { name: 'prepared', call, tags: ['vip'] },
    { name: 'handed in', call, data: new Set(['1002']), tags: [] },
  ]);
});
