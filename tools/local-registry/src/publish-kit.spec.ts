import { publishKit } from './publish-kit.js';

test('nothing is published to a registry elsewhere', async () => {
  const rooms = [{ name: '@callstitch/domain', at: 'libs/domain' }];
  await expect(publishKit(rooms, { workspace: '/nowhere', registry: 'https://registry.example/' })).rejects.toThrow(
    'a registry of this machine only',
  );
});
