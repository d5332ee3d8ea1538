import type { CallLog } from '@callstitch/plugin-api';
import { userfield } from './userfield.js';

const tagsOf = (...participants: string[][]): readonly string[] =>
  userfield.tag({ participants: participants.map((tags) => ({ tags })) } as unknown as CallLog, {}, undefined);

test('the words of every participant are tags, each once', () => {
  expect(tagsOf(['sales', 'paris'], [], ['sales', 'lyon'])).toEqual(['sales', 'paris', 'lyon']);
});

test('a call without people has no such tags', () => expect(tagsOf()).toEqual([]));

test('a word is cut to what a tag may hold', () => expect(tagsOf(['x'.repeat(200)])).toEqual(['x'.repeat(128)]));
