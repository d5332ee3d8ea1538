import type { DirectorySource } from '@callstitch/application';
import type { Directory } from '@callstitch/domain';
import { openWazoConfd } from './open-wazo-confd.js';
import type { WazoConfdOptions } from './open-wazo-confd.js';
import { answered } from './testing/answered.js';
import { ConfdServer } from './testing/confd-server.js';
import type { Fault } from './testing/confd-server.js';
import { lineName, office, userUuid } from './testing/office.js';

let confd: ConfdServer;
beforeEach(async () => (confd = await new ConfdServer(office(100)).start()));
afterEach(() => confd.stop());

const open = (options: Partial<WazoConfdOptions> = {}): DirectorySource =>
  openWazoConfd({ baseUrl: confd.baseUrl, token: () => 'token-1', timeoutSeconds: 1, retries: 2, ...options });

const nameOf = (line: string) => (directory: Directory) => directory.byEndpoint(line)?.name ?? null;
const namesOf = (count: number) => (directory: Directory) => Array.from({ length: count }, (_, at) => nameOf(lineName(at + 1))(directory));
const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `Person ${at + 1}`);

/** Why something waits; fails when it does not. */
async function reason(source: DirectorySource, line = 'line1'): Promise<string> {
  const result = await answered(source, nameOf(line));
  if (!('waits' in result)) throw new Error(`${line} is answered: ${result.answer}`);
  return result.waits.get(`line ${line}`) ?? 'no reason';
}

const FAULTS: readonly (readonly [Fault, string])[] = [
  ['error 500', 'answers with status 500'],
  ['error 503', 'answers with status 503'],
  ['page', 'answers what is not JSON'],
  ['missing page', 'answers with status 404'],
  ['nothing', 'answers nothing'],
  ['other shape', 'answers in another shape: items is no list'],
  ['other items', 'answers in another shape: it found something else than was asked for'],
  ['cut off', 'cannot be reached (UND_ERR_SOCKET)'],
  ['silence', 'does not answer within 1 s'],
];

test.each(FAULTS)('%s: it is asked again, and the answer is right', async (fault) => {
  confd.faults = [fault, fault];
  expect(await answered(open(), nameOf('line1'))).toEqual({ answer: 'Person 1' });
  expect(confd.requests).toHaveLength(4);
});

test.each(FAULTS)('%s, too often: it waits with the reason, which is not taken for an answer', async (fault, why) => {
  const source = open();
  confd.faults = [fault, fault, fault];
  expect(await reason(source)).toMatch(why);
  expect(await answered(source, nameOf('line1'))).toEqual({ answer: 'Person 1' });
});

test.each(FAULTS)('%s, when the user of a line is asked: the line waits', async (fault) => {
  confd.faultOf = { text: 'users/', fault };
  const source = open({ retries: 0 });
  expect(await reason(source)).toMatch(/^wazo-confd/);
  confd.faultOf = null;
  expect(await answered(source, nameOf('line1'))).toEqual({ answer: 'Person 1' });
});

test.each(FAULTS)('%s, when lists are asked: single questions are answered all the same', async (fault) => {
  confd.faultOf = { text: 'limit=', fault };
  expect(await answered(open({ retries: 0 }), namesOf(30))).toEqual({ answer: people(30) });
});

test('an address where there is no confd is a reason, not a directory without people', async () => {
  const source = openWazoConfd({ baseUrl: confd.baseUrl.replace('1.1', '1.0'), token: () => 'token-1', retries: 0 });
  expect(await reason(source)).toBe('wazo-confd answers in another shape: there is no such list');
});

test('a user that confd does not know is nobody, at once', async () => {
  const [line] = office(1).lines;
  confd.content = { ...office(1), lines: [{ ...line, users: [{ uuid: userUuid(77) }] }] };
  expect(await answered(open(), nameOf('line1'))).toEqual({ answer: null });
  expect(confd.requests).toHaveLength(2);
});

test('a refused request is a reason at once: asking again would not help', async () => {
  confd.faults = ['error 400'];
  expect(await reason(open())).toBe(`wazo-confd at ${confd.baseUrl} answers with status 400`);
  expect(confd.requests).toHaveLength(1);
});

describe('the token', () => {
  test('is asked for once and kept', async () => {
    let asked = 0;
    const source = open({ token: () => `token-${(asked += 1)}` });
    await answered(source, namesOf(10));
    expect([asked, new Set(confd.tokens)]).toEqual([1, new Set(['token-1'])]);
  });

  test('is asked for once anew when it is refused, however many requests were', async () => {
    let asked = 0;
    const source = open({ token: () => Promise.resolve(`token-${(asked += 1)}`) });
    await answered(source, namesOf(3));
    confd.validToken = 'token-2';
    const ask = (directory: Directory): unknown => [11, 12, 13, 14].map((number) => nameOf(lineName(number))(directory));
    expect(await answered(source, ask)).toEqual({ answer: [11, 12, 13, 14].map((number) => `Person ${number}`) });
    expect(asked).toBe(2);
  });

  test('that is refused twice is a reason, without more tries and without the token', async () => {
    confd.validToken = 'another';
    const why = await reason(open());
    expect(why).toBe(`wazo-confd at ${confd.baseUrl} refuses our token (401)`);
    expect(confd.requests).toHaveLength(2);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('secret-token is bad')), 'no token for wazo-confd can be had (Error)'],
    ['does not come', () => new Promise<string>(() => undefined), 'no token for wazo-confd was given within 1 s'],
    ['is empty', () => '', 'the token for wazo-confd is empty or is no word'],
    ['cannot be sent', () => 'secret-token\nx', 'the token for wazo-confd is empty or is no word'],
  ])('that %s is a reason, and nothing is asked', async (_, token, why) => {
    expect(await reason(open({ token, retries: 1 }))).toBe(why);
    expect(confd.requests).toEqual([]);
  });

  test('is not carried to where confd points', async () => {
    const source = open({
      fetch: (input, init) => (init?.redirect === 'manual' ? fetch(input, init) : Promise.reject(new Error('it follows'))),
    });
    expect(await answered(source, nameOf('line1'))).toEqual({ answer: 'Person 1' });
  });
});

describe('away', () => {
  test('what is asked waits, and is answered when confd is back on its port', async () => {
    const source = open();
    await answered(source, nameOf('line1'));
    await confd.stop();
    expect(await reason(source, 'line2')).toBe(`wazo-confd at ${confd.baseUrl} cannot be reached (ECONNREFUSED)`);
    expect(await answered(source, nameOf('line1'))).toEqual({ answer: 'Person 1' });
    await confd.start();
    expect(await answered(source, nameOf('line2'))).toEqual({ answer: 'Person 2' });
  });

  test('a restart in the middle of many questions is lived through', async () => {
    const source = open({ retries: 4, timeoutSeconds: 2 });
    confd.delayMs = 5;
    const asked = answered(source, namesOf(20));
    await new Promise((resolve) => setTimeout(resolve, 12));
    await confd.stop();
    const before = confd.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await confd.start();
    expect(await asked).toEqual({ answer: people(20) });
    expect(before).toBeLessThan(20);
  });

  test('a thousand questions that nobody answers end soon, each with its reason', async () => {
    await confd.stop();
    const source = open();
    const begun = performance.now();
    const result = await answered(source, namesOf(1_000));
    expect('waits' in result && result.waits.size).toBe(1_000);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test('one name that confd fails at does not keep the others from being answered', async () => {
    confd.faultOf = { text: 'name=line7&', fault: 'error 500' };
    const source = open({ retries: 0 });
    const result = await answered(source, namesOf(12));
    expect('waits' in result && [...result.waits.keys()]).toEqual(['line line7']);
    expect(source.directory.byEndpoint('line12')?.name).toBe('Person 12');
  });

  test('confd is given up after failures in a row, not after many', async () => {
    confd.faults = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 'error 500' : null));
    const result = await answered(open({ retries: 0, mostAtOnce: 1 }), namesOf(10));
    expect('waits' in result && result.waits.size).toBe(5);
  });

  test('lines that confd always fails at do not keep it from being asked for the users of others', async () => {
    const source = open({ retries: 0, mostAtOnce: 1 });
    confd.faultOf = { text: 'users/', fault: 'error 500' };
    await source.inquire(['line line1']);
    confd.faultOf = { text: 'name=bad', fault: 'error 500' };
    await source.inquire(['bad1', 'bad2', 'bad3', 'bad4', 'bad5', 'line1'].map((name) => `line ${name}`));
    expect(nameOf('line1')(source.directory)).toBe('Person 1');
  });

  test('names that confd always fails at do not keep the others waiting for ever', async () => {
    confd.faultOf = { text: 'name=bad', fault: 'error 500' };
    const source = open({ retries: 0, mostAtOnce: 1 });
    const questions = ['bad1', 'bad2', 'bad3', 'bad4', 'bad5', 'line1', 'line2'].map((name) => `line ${name}`);
    for (let times = 0; times < 100 && (await source.inquire(questions)).size > 5; times += 1) confd.faults = [];
    expect([nameOf('line1')(source.directory), nameOf('line2')(source.directory)]).toEqual(people(2));
  });
});
