import { CallstitchError } from './errors.js';

test('a failure says its code, its sentence and its cause', () => {
  const cause = new Error('ENOENT');
  const failure = new CallstitchError('CEL_FILE_NOT_FOUND', 'There is no file cel.csv; give a path that exists.', { cause });
  expect(failure).toBeInstanceOf(Error);
  expect(failure).toMatchObject({ code: 'CEL_FILE_NOT_FOUND', name: 'CallstitchError', cause });
  expect(String(failure)).toBe('CallstitchError: There is no file cel.csv; give a path that exists.');
});

test('a failure without a cause has none', () => {
  expect(new CallstitchError('ARGUMENT_INVALID', 'No.')).not.toHaveProperty('cause');
});
