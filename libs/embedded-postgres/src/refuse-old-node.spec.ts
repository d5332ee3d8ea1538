import { refuseOldNode } from './refuse-old-node.ts';

test.each(['v20.20.2', 'v18.0.0', 'v22.12.0'])('%s is too old, and where a newer one is is said', (version) => {
  expect(() => refuseOldNode(version)).toThrow(
    `The PostgreSQL on board needs Node 22.13 or newer, and this is Node ${version.slice(1)}. ` +
      'npm has brought a newer one, which npx takes (npx callstitch …); or set DATABASE_URL.',
  );
});

test.each(['v22.13.0', 'v23.0.0', 'v24.21.0', 'v100.1.0'])('%s is new enough', (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});
