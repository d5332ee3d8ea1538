import { sourceFaults } from './source-faults.ts';

test('a signed list is a good index', () => {
  const text = "/** The face. */\nexport { a } from './a.js';\nexport type {\n  B,\n  C,\n} from './b.js';\n";
  expect(sourceFaults({ path: 'libs/x/src/index.ts', text })).toEqual([]);
});

test.each(["export * from './a.js';", "export * as a from './a.js';", 'export const a = 1;', "import './a.js';"])(
  'an index does not say %s',
  (line) => {
    expect(sourceFaults({ path: 'libs/x/src/index.ts', text: `${line}\n` })).toEqual([
      `libs/x/src/index.ts must be a signed list, not: ${line}`,
    ]);
  },
);

test('a file has at most 300 lines', () => {
  expect(sourceFaults({ path: 'libs/x/src/a.ts', text: ';\n'.repeat(300) })).toEqual([]);
  expect(sourceFaults({ path: 'libs/x/src/a.ts', text: ';\n'.repeat(301) })).toEqual(['libs/x/src/a.ts has 301 lines; 300 is the most']);
});

test.each(['utils.ts', 'helpers.spec.ts', 'common/a.ts', 'types.ts', 'misc.ts', 'interfaces.ts', 'constants.ts', 'cel-manager.ts'])(
  '%s says nothing',
  (name) => {
    expect(sourceFaults({ path: `libs/x/src/${name}`, text: '' })).toHaveLength(1);
  },
);

test('a word of the field is a good name', () => {
  expect(sourceFaults({ path: 'libs/x/src/event-types.ts', text: '' })).toEqual([]);
});

test('nothing inside a room imports its index', () => {
  expect(sourceFaults({ path: 'libs/x/src/a.ts', text: "import { b } from './index.js';\n" })).toEqual([
    'libs/x/src/a.ts imports an index from inside',
  ]);
});
