import { CallstitchError } from '@callstitch/domain';
import { exitCodeOf } from './exit-code.js';

test('our errors are known by their code, wherever their class comes from', () => {
  expect(exitCodeOf(new CallstitchError('CEL_FILE_NOT_FOUND', 'x'))).toBe(3);
  expect(exitCodeOf({ code: 'ARGUMENT_INVALID', message: 'x' })).toBe(2);
  expect(exitCodeOf({ code: 'DIRECTORY_INVALID', message: 'x' })).toBe(3);
  expect(exitCodeOf({ code: 'CONVERSATION_NOT_FOUND', message: 'x' })).toBe(4);
});

test('any other error is none of ours', () => {
  for (const error of [new Error('x'), { code: 'ENOENT' }, { code: 'toString' }, null, 'x']) expect(exitCodeOf(error)).toBeNull();
});
