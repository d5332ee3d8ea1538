import type { DirectorySource } from '@callstitch/application';
import { instant, secondsAfter } from '@callstitch/domain';
import type { Directory } from '@callstitch/domain';
import { openWazoConfd } from './open-wazo-confd.js';
import type { WazoConfdOptions } from './open-wazo-confd.js';
import { answered } from './testing/answered.js';
import { ConfdServer } from './testing/confd-server.js';
import { ACME, lineName, office, userUuid } from './testing/office.js';

let confd: ConfdServer;
let now = instant(1_000_000);
beforeEach(() => (now = instant(1_000_000)));
afterEach(() => confd.stop());

async function open(people: number, options: Partial<WazoConfdOptions> = {}): Promise<DirectorySource> {
  confd = await new ConfdServer(office(people)).start();
  return openWazoConfd({ baseUrl: confd.baseUrl, token: () => 'token-1', now: () => now, ...options });
}

/** How many requests it took, and what came of them. */
async function cost(work: () => Promise<unknown>): Promise<[number, unknown]> {
  const before = confd.requests.length;
  const result = await work();
  return [confd.requests.length - before, result];
}

const nameOf = (line: string) => (directory: Directory) => directory.byEndpoint(line)?.name ?? null;
const first = Array.from({ length: 300 }, (_, at) => at + 1);

describe('what is kept', () => {
  test('a line costs one request and its user one, and then nothing', async () => {
    const source = await open(3);
    expect(await cost(() => answered(source, nameOf('line1')))).toEqual([2, { answer: 'Person 1' }]);
    await source.refresh();
    expect(await cost(() => answered(source, nameOf('line1')))).toEqual([0, { answer: 'Person 1' }]);
    expect(confd.requests).toEqual(['lines?name=line1&recurse=true', `users/${userUuid(1)}`]);
  });

  test('one question noted many times is open once, and asked once', async () => {
    const source = await open(3);
    for (let times = 0; times < 3; times += 1) source.directory.byEndpoint('line1');
    expect(source.openQuestions()).toEqual(['line line1']);
    expect(source.openQuestions()).toEqual([]);
    const [requests] = await cost(() => Promise.all([source.inquire(['line line1']), source.inquire(['line line1'])]));
    expect(requests).toBe(2);
  });

  test('an expired answer is used until the run ends and renewed before the next', async () => {
    const source = await open(3);
    await answered(source, nameOf('line1'));
    confd.content = { ...office(3), users: office(3).users.map((user) => ({ ...user, firstname: 'Somebody new' })) };
    now = secondsAfter(now, 299);
    await source.refresh();
    now = secondsAfter(now, 1);
    expect(await cost(() => answered(source, nameOf('line1')))).toEqual([0, { answer: 'Person 1' }]);
    expect((await cost(() => source.refresh()))[0]).toBe(2);
    expect(await cost(() => answered(source, nameOf('line1')))).toEqual([0, { answer: 'Somebody new' }]);
  });

  test('an expired answer that nobody used is forgotten', async () => {
    const source = await open(3);
    await answered(source, nameOf('line1'));
    for (const requests of [2, 0]) {
      now = secondsAfter(now, 300);
      expect((await cost(() => source.refresh()))[0]).toBe(requests);
    }
    expect((await cost(() => answered(source, nameOf('line1'))))[0]).toBe(2);
  });

  test('that nobody is known is kept for a shorter time', async () => {
    const source = await open(3);
    expect(await cost(() => answered(source, nameOf('line4')))).toEqual([1, { answer: null }]);
    confd.content = office(4);
    now = secondsAfter(now, 29);
    await source.refresh();
    expect(await cost(() => answered(source, nameOf('line4')))).toEqual([0, { answer: null }]);
    now = secondsAfter(now, 1);
    await source.refresh();
    expect(await answered(source, nameOf('line4'))).toEqual({ answer: 'Person 4' });
  });

  test('when confd does not say it again, what it knew is believed longer, but not that it knew nobody', async () => {
    const source = await open(3, { retries: 0 });
    await answered(source, (directory) => [directory.byEndpoint('line1'), directory.byEndpoint('line4')]);
    await confd.stop();
    now = secondsAfter(now, 301);
    await source.refresh();
    expect(await answered(source, nameOf('line1'))).toEqual({ answer: 'Person 1' });
    expect(await answered(source, nameOf('line4'))).toMatchObject({ waits: expect.any(Map) as unknown });
  });
});

describe('few requests', () => {
  test('twenty lines are asked one by one, one more by the list', async () => {
    const source = await open(50);
    const ask = (count: number) => (directory: Directory) =>
      first.slice(0, count).map((number) => directory.byEndpoint(lineName(number))?.name);
    expect((await cost(() => answered(source, ask(20))))[0]).toBe(40);
    expect(await cost(() => answered(source, ask(21)))).toEqual([2, { answer: first.slice(0, 21).map((number) => `Person ${number}`) }]);
    expect(confd.requests.slice(-2)).toEqual(['lines?recurse=true&limit=1000&offset=0', 'users?recurse=true&limit=1000&offset=0']);
  });

  test('a list is read once for a run, however often somebody asks', async () => {
    const source = await open(300);
    const ask = (from: number) => (directory: Directory) =>
      first.slice(from, from + 100).map((number) => directory.byEndpoint(lineName(number))?.name);
    expect((await cost(() => answered(source, ask(0))))[0]).toBe(2);
    expect((await cost(() => answered(source, ask(100))))[0]).toBe(0);
    expect((await cost(() => answered(source, ask(200))))[0]).toBe(0);
  });

  test('a list of several pages is read to its end', async () => {
    const source = await open(2_500);
    const numbers = Array.from({ length: 2_500 }, (_, at) => at + 1);
    const [requests, result] = await cost(() =>
      answered(source, (directory) => numbers.filter((number) => directory.byEndpoint(lineName(number)))),
    );
    expect([requests, result]).toEqual([6, { answer: numbers }]);
  });

  test('a list that takes more requests than there are questions is left after its first page', async () => {
    const source = await open(60, { fetch: pagesOf(2) });
    const ask = (directory: Directory): unknown => first.slice(20, 42).map((number) => directory.byUserUuid(userUuid(number))?.name);
    expect(await cost(() => answered(source, ask))).toEqual([1 + 22, { answer: first.slice(20, 42).map((number) => `Person ${number}`) }]);
  });

  test('a confd that gives fewer at once than asked for is read to its end', async () => {
    const source = await open(60, { fetch: pagesOf(10) });
    const ask = (directory: Directory): unknown => first.slice(0, 60).map((number) => directory.byUserUuid(userUuid(number))?.name);
    expect(await cost(() => answered(source, ask))).toEqual([6, { answer: first.slice(0, 60).map((number) => `Person ${number}`) }]);
  });

  test('many mailboxes are answered from the list, as far as it is certain whose they are', async () => {
    const source = await open(100);
    const ask = (tenantUuid: string | null) => (directory: Directory) =>
      first.slice(0, 40).map((number) => directory.voicemail({ number: String(1_000 + number), context: 'office', tenantUuid })?.name);
    const names = first.slice(0, 40).map((number) => `Person ${number}`);
    expect(await cost(() => answered(source, ask(null)))).toEqual([1, { answer: names }]);
    // Items that do not say whose they are: confd is asked on behalf of the tenant.
    expect(await cost(() => answered(source, ask(ACME)))).toEqual([40, { answer: names }]);
  });

  test('no more requests are under way at once than allowed', async () => {
    const source = await open(20, { mostAtOnce: 3 });
    confd.delayMs = 5;
    await answered(source, (directory) => first.slice(0, 20).map((number) => directory.byEndpoint(lineName(number))));
    expect([confd.requests.length, confd.mostAtOnce]).toEqual([40, 3]);
  });
});

describe('an incomplete list', () => {
  test('which of two lines of one name comes first is asked of confd, not of the list', async () => {
    const source = await open(100, { fetch: withReversedLists });
    const double = { ...confd.content.lines[6], id: 999, users: [{ uuid: userUuid(50) }] };
    confd.content = { ...confd.content, lines: [...confd.content.lines, double] };
    const ask = (directory: Directory): unknown => first.slice(0, 30).map((number) => directory.byEndpoint(lineName(number))?.name);
    expect(await cost(() => answered(source, ask))).toEqual([3, { answer: first.slice(0, 30).map((number) => `Person ${number}`) }]);
  });

  test('what the list does not hold is asked singly, so that who is known stays known', async () => {
    const source = await open(100, { fetch: withoutItems(['line7', userUuid(9)]) });
    const ask = (directory: Directory): unknown => first.slice(0, 30).map((number) => directory.byEndpoint(lineName(number))?.name);
    const [requests, result] = await cost(() => answered(source, ask));
    expect(result).toEqual({ answer: first.slice(0, 30).map((number) => `Person ${number}`) });
    // Two pages of each list, for the first holds fewer than it says, and the line and the user that they lack.
    expect(requests).toBe(2 + 2 + 2);
  });

  test('a list that is whole by its own count is believed after fifty questions', async () => {
    const source = await open(3);
    const ask = (directory: Directory): unknown => first.filter((number) => directory.byEndpoint(`trunk${number}`) !== null);
    expect(await cost(() => answered(source, ask))).toEqual([1 + 50, { answer: [] }]);
  });

  test('a list that is not whole by its own count proves nothing', async () => {
    const source = await open(100, { fetch: withoutItems(['line7']) });
    const ask = (directory: Directory): unknown => first.filter((number) => directory.byEndpoint(`trunk${number}`) !== null);
    expect(await cost(() => answered(source, ask))).toEqual([2 + 300, { answer: [] }]);
  });

  test('an item that cannot be read costs one more question, not the list', async () => {
    const source = await open(100);
    confd.content = {
      ...confd.content,
      lines: [{ id: 'odd' }, { id: 999, name: null, users: [], extensions: [] }, ...confd.content.lines],
    };
    const ask = (directory: Directory): unknown => first.slice(0, 30).map((number) => directory.byEndpoint(lineName(number))?.name);
    expect(await cost(() => answered(source, ask))).toEqual([2, { answer: first.slice(0, 30).map((number) => `Person ${number}`) }]);
  });
});

describe('the address and the questions', () => {
  test('the version names the address and nothing else', async () => {
    const source = await open(1);
    expect(source.version).toBe(`wazo-confd ${confd.baseUrl}`);
  });

  test.each(['', 'confd', 'ftp://confd/1.1', 'https://me:secret@confd/1.1', 'https://confd/1.1?x=y'])('%j is no address', (baseUrl) => {
    confd = new ConfdServer(office(0));
    const opened = (): unknown => openWazoConfd({ baseUrl, token: () => 't' });
    expect(opened).toThrow(
      expect.objectContaining({ code: 'ARGUMENT_INVALID', message: expect.not.stringContaining('secret') as string }) as Error,
    );
  });

  test('names with other characters are asked as they are, and an account that is no id is nobody', async () => {
    const source = await open(1);
    const [line] = office(1).lines;
    confd.content = { ...office(1), lines: [{ ...line, name: 'a&b=c d/é' }] };
    expect(await answered(source, nameOf('a&b=c d/é'))).toEqual({ answer: 'Person 1' });
    expect(
      await cost(() => answered(source, (directory) => ['..', '../lines', '', 'a b'].map((uuid) => directory.byUserUuid(uuid)))),
    ).toEqual([0, { answer: [null, null, null, null] }]);
  });

  test('what is no question of ours stays unanswered', async () => {
    const source = await open(1);
    expect([...(await source.inquire(['weather today', 'line']))].map(([question]) => question)).toEqual(['weather today', 'line']);
  });

  test('a mailbox of a tenant that is gone is nobody’s', async () => {
    const source = await open(1);
    const ask = (directory: Directory): unknown => directory.voicemail({ number: '1001', context: null, tenantUuid: userUuid(77) });
    expect(await answered(source, ask)).toEqual({ answer: null });
  });
});

function addressOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : input.toString();
}

/** A confd that gives so many of a list at once, whatever it is asked. */
function pagesOf(size: number): typeof fetch {
  return (input, init) => fetch(addressOf(input).replace('limit=1000', `limit=${size}`), init);
}

/** A confd that orders its lists in another way than what it finds. */
const withReversedLists: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!addressOf(input).includes('limit=')) return response;
  const { items, total } = (await response.json()) as { items: unknown[]; total: number };
  return Response.json({ items: items.toReversed(), total });
};

/** A confd whose lists lack some items but count them. */
function withoutItems(lost: readonly string[]): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!addressOf(input).includes('limit=')) return response;
    const { items, total } = (await response.json()) as { items: { name?: string; uuid?: string }[]; total: number };
    return Response.json({ items: items.filter(({ name, uuid }) => !lost.includes(name ?? '') && !lost.includes(uuid ?? '')), total });
  };
}
