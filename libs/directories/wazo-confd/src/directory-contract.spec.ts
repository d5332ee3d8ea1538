import { directoryContract } from '@callstitch/application/testing';
import type { DirectoryContent } from '@callstitch/application/testing';
import type { DirectorySource } from '@callstitch/application';
import { openWazoConfd } from './open-wazo-confd.js';
import { answered } from './testing/answered.js';
import { ConfdServer } from './testing/confd-server.js';

let confd: ConfdServer | null = null;
afterEach(() => confd?.stop());

async function open(content: DirectoryContent): Promise<DirectorySource> {
  confd = await new ConfdServer(content).start();
  return openWazoConfd({ baseUrl: confd.baseUrl, token: () => 'token-1' });
}

describe('asked one by one', () => directoryContract(open, { test, expect }));

describe('answered from whole lists', () => {
  const many = Array.from({ length: 25 }, (_, at) => `00000000-0000-4000-8000-0000000000${at + 10}`);
  const openWithLists = async (content: DirectoryContent): Promise<DirectorySource> => {
    const source = await open(content);
    await answered(source, (directory) =>
      many.map((name) => [
        directory.byEndpoint(name),
        directory.byUserUuid(name),
        directory.tenantOfContext(name),
        directory.voicemail({ number: name, context: null, tenantUuid: null }),
      ]),
    );
    expect(confd!.requests.filter((request) => request.includes('limit=1000'))).toHaveLength(4);
    return source;
  };
  directoryContract(openWithLists, { test, expect });
});
