import { fileError } from './input-bytes.js';

test('a file that may not be read is refused with what to change', () => {
  const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  expect(fileError('calls.csv', refused)).toMatchObject({
    code: 'CEL_FILE_INVALID',
    message: 'calls.csv may not be read by this user; change its permissions or the user.',
    cause: refused,
  });
});

test('an error that nobody foresaw stays as it is', () => {
  const error = new Error('what is this');
  expect(fileError('calls.csv', error)).toBe(error);
});
