import { serviceSettings } from '../service-settings.js';
import { hasItsOwn } from './has-its-own.js';
import { startArguments } from './start-arguments.js';

test('samples are files and their directory; --empty, wherever it stands, is none of them', () => {
  const named = ['--samples-directory', 'office.yml', 'a.csv', 'b.csv'];
  expect(startArguments(named)).toEqual({ files: ['a.csv', 'b.csv'], directory: 'office.yml' });
  expect([startArguments([...named, '--empty']), startArguments(['--empty', ...named]), startArguments([])]).toEqual([null, null, null]);
});

function refusal(args: readonly string[]): unknown {
  try {
    return startArguments(args);
  } catch (error) {
    return error;
  }
}

test.each([['--emty'], ['a.csv'], ['--samples-directory']])('%s is refused with what there is', (...args) => {
  expect(refusal(args)).toMatchObject({ code: 'ARGUMENT_INVALID', message: expect.stringMatching('--empty') as string });
});

test.each([
  'DATABASE_URL=postgresql://db/x',
  'CEL_DATABASE_URL=postgresql://pbx/x',
  'CALLSTITCH_DIRECTORY=own.yml',
  'CALLSTITCH_AUTH=http://auth:9497',
])('who has %s has calls of their own', async (variable) => {
  const [name = '', value = ''] = variable.split(/=(.*)/s);
  expect(hasItsOwn(await serviceSettings({ [name]: value }))).toBe(true);
});

test('who has nothing but a port has none, who follows a file has', async () => {
  const settings = await serviceSettings({ CALLSTITCH_LISTEN: '127.0.0.1:1' });
  const { sources } = settings;
  expect([hasItsOwn(settings), hasItsOwn({ ...settings, sources: { ...sources, follow: ['Master.csv'] } })]).toEqual([false, true]);
});
