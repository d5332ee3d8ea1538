import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import * as jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/floor-plan/src/boundaries.ts';
import { floorPlan } from './tools/floor-plan/src/floor-plan.ts';

const specs = ['src/**/*.spec.ts', 'src/**/*.contract.ts'];

const pureSyntax = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument in a pure room: take `now` from the caller.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument in a pure room: take `now` from the caller.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Time is an argument in a pure room: take `now` from the caller.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A pure room gives the same answer to the same question: no randomness.',
  },
];

const onlyAndSkip = ['test', 'it', 'describe'].flatMap((object) =>
  ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'Every test runs.' })),
);

const everywhere = [
  { ignores: ['**/dist', '**/out-tsc', '**/test-output', 'tools/generators/**/files/**', 'examples/**'] },
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    ...js.configs.recommended,
    languageOptions: { globals: { console: 'readonly', process: 'readonly', module: 'writable', require: 'readonly' } },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: true, depConstraints: boundaries(floorPlan) }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
    },
  },
  {
    files: specs,
    rules: {
      'no-restricted-properties': ['error', ...onlyAndSkip],
      'no-restricted-globals': ['error', 'fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'],
    },
  },
];

const publishedFace = {
  files: ['**/package.json'],
  languageOptions: { parser: jsonc },
  rules: {
    '@nx/dependency-checks': [
      'error',
      {
        ignoredFiles: ['eslint.config.mjs', 'jest.config.cjs', ...specs].map((file) => `{projectRoot}/${file}`),
        ignoredDependencies: [
          // Plugins of ours: found by name when a configuration asks for them.
          '@callstitch/tagger-userfield',
          '@callstitch/standard-taggers',
          '@callstitch/standard-retention',
          // Peers that Nest asks for and nobody here names.
          '@fastify/static',
          'class-transformer',
          'reflect-metadata',
          'rxjs',
        ],
      },
    ],
  },
};

/** The rules of one room: those of the house, and in a pure room no clock and no dice. */
export function room(name) {
  const plan = floorPlan[name];
  if (!plan) throw new Error(`${name} is not on the floor plan (tools/floor-plan/src/floor-plan.ts)`);
  const pure = { files: ['src/**/*.ts'], ignores: specs, rules: { 'no-restricted-syntax': ['error', ...pureSyntax] } };
  return [...everywhere, publishedFace, ...(plan.pure ? [pure] : []), prettier];
}

export default [...everywhere, prettier];
