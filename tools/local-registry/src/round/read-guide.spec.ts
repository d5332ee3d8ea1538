import { readGuide } from './read-guide.js';

const page = (...lines: string[]) => readGuide(lines.join('\n'));

test('a page says what to run, what to write and what is seen', () => {
  expect(page('# A', '', '`src/a.ts`:', '', '```ts', 'a();', '```', 'Then', '```sh', 'npm test', '```', '```text', 'ok', '```')).toEqual([
    { kind: 'write', file: 'src/a.ts', text: 'a();\n', line: 5 },
    { kind: 'run', script: 'npm test\n', line: 9 },
    { kind: 'see', text: 'ok\n', line: 12 },
  ]);
});

test('a block that nobody would try is an error', () => {
  expect(() => page('Like this:', '```ts', 'a();', '```')).toThrow('line 2: the block is neither');
  expect(() => page('```sh', 'npm test')).toThrow('line 1: the block does not end');
});
