import { kit } from './kit.js';

test('the kit is what has a star on the floor plan', () => {
  const room = { floor: 0, mayImport: [] } as const;
  expect(kit({ star: { ...room, at: 'libs/star', published: true }, plain: { ...room, at: 'libs/plain' } })).toEqual([
    { name: '@callstitch/star', at: 'libs/star' },
  ]);
});
