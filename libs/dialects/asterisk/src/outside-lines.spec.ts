import type { Conversation, Leg, Replay } from '@callstitch/correlation';
import { groupConversations, replay } from '@callstitch/correlation';
import type { DirectoryEntry, Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { AsteriskDialectOptions } from './options.js';
import { outsideLines } from './outside-lines.js';

const NOTHING: AsteriskDialectOptions = { trunks: [], internal: [], directory: null };

/** Replays a table in which a channel's uniqueid is its name and its linkedid is the first channel's. */
function replayed(table: string): Replay {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  return replay(groupConversations(cels.map((cel) => ({ ...cel, uniqueid: cel.channelName as Uniqueid, linkedid })))[0] as Conversation);
}

/** Whether each channel of a table is outside, and by which rule. */
function sidesOf(table: string, options: Partial<AsteriskDialectOptions> = {}): string[] {
  const played = replayed(table);
  const sideOf = outsideLines({ ...NOTHING, ...options });
  return played.legs.map((leg: Leg) => {
    const { outside, rule } = sideOf(leg, played);
    return `${leg.channelName} is ${outside ? 'outside' : 'inside'}: ${rule}`;
  });
}

/** The side of the one channel that calls in. */
function sideOfCaller(name: string, { cid = '', exten = '', context = '' }, options: Partial<AsteriskDialectOptions> = {}): string {
  const table = `eventtype | eventtime | channame | cid_num | exten | context\nCHAN_START | 2026-01-05 09:00:00 | ${name} | ${cid} | ${exten} | ${context}`;
  return (sidesOf(table, options)[0] ?? '').replace(`${name} is `, '');
}

test.each([
  ['carrier', 'PJSIP/carrier-0000001f', true],
  ['carrier', 'SIP/carrier-0000001f', true],
  ['carrier', 'PJSIP/carrier2-0000001f', false],
  ['carrier', 'PJSIP/my-carrier-0000001f', false],
  ['CARRIER', 'PJSIP/carrier-0000001F', true],
  ['PJSIP/carrier', 'PJSIP/carrier-0000001f', true],
  ['PJSIP/carrier', 'SIP/carrier-0000001f', false],
  ['carrier-*', 'PJSIP/carrier-east-0000001f', true],
  ['DAHDI/*', 'DAHDI/i1/5145550100-2', true],
  ['DAHDI/i1/*', 'DAHDI/i2/5145550100-2', false],
  ['*', 'PJSIP/1001-00000001', true],
  ['sip.example.com', 'PJSIP/sip.example.com-00000001', true],
  ['sip.example.com', 'PJSIP/sipXexample.com-00000001', false],
])('with %s configured as trunk, %s is outside: %s', (trunk, name, outside) => {
  expect(sideOfCaller(name, { cid: '1001' }, { trunks: [trunk] })).toBe(
    outside ? 'outside: configured-trunk' : 'inside: not-a-configured-trunk',
  );
});

test('with trunks configured, nothing else says who is outside', () => {
  const side = sideOfCaller('PJSIP/other-00000001', { cid: '4385550010', context: 'from-pstn' }, { trunks: ['carrier'] });
  expect(side).toBe('inside: not-a-configured-trunk');
});

const BOB: DirectoryEntry = { name: 'Bob', number: '1002', context: null, userUuid: null, lineId: null, tenantUuid: null, tags: [] };

test('the trunks of a directory count like configured ones, and its lines are inside', () => {
  const directory = { byEndpoint: (endpoint: string) => (endpoint === 'x7k2p' ? BOB : null), byNumber: () => null, trunks: ['carrier'] };
  expect(sideOfCaller('PJSIP/carrier-00000001', {}, { directory })).toBe('outside: configured-trunk');
  const lines = { ...directory, trunks: [] };
  expect(sideOfCaller('PJSIP/x7k2p-00000001', { cid: '4385550010', context: 'from-pstn' }, { directory: lines })).toBe(
    'inside: line-in-the-directory',
  );
  expect(sideOfCaller('PJSIP/y7k2p-00000001', { cid: '4385550010', context: 'from-pstn' }, { directory: lines })).toBe(
    'outside: context-named-like-outside',
  );
});

test('an internal pattern says who is inside, by endpoint or by the caller id of who calls in', () => {
  const internal = ['_1XXX', '5145550100'];
  expect(sideOfCaller('PJSIP/1001-00000001', { cid: '4385550010', context: 'from-pstn' }, { internal })).toBe('inside: internal-pattern');
  expect(sideOfCaller('PJSIP/x7k2p-00000001', { cid: '1001', context: 'from-pstn' }, { internal })).toBe('inside: internal-pattern');
  expect(sideOfCaller('PJSIP/x7k2p-00000001', { cid: '5145550100' }, { internal })).toBe('inside: internal-pattern');
  expect(sideOfCaller('PJSIP/x7k2p-00000001', { cid: '5145550199' }, { internal })).toBe('outside: caller-id-is-a-telephone-number');
  expect(sideOfCaller('PJSIP/x7k2p-00000001', { context: 'from-pstn' }, { internal: ['_!'] })).toBe('inside: internal-pattern');
});

test('the caller id that a line was rung with says nothing about the line', () => {
  const sides = sidesOf(
    `
    eventtype  | eventtime           | channame        | cid_num | appname | appdata
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1    | 1001    |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1    | 1001    | Dial    | PJSIP/4385550010@carrier
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/carrier-2 | 1001    |         |
    `,
    { internal: ['_1XXX'] },
  );
  expect(sides).toEqual(['PJSIP/1001-1 is inside: internal-pattern', 'PJSIP/carrier-2 is outside: dialled-through-the-endpoint']);
});

test('a pattern that is none is refused at once', () => {
  expect(() => outsideLines({ ...NOTHING, internal: ['_1['] })).toThrow(RangeError);
});

test.each([
  ['an extension', 'PJSIP/1001-00000001', { cid: '1001', exten: '1002', context: 'office' }, 'inside: endpoint-named-like-an-extension'],
  [
    'an internal phone that shows a ten-digit outbound caller id',
    'PJSIP/1001-00000001',
    { cid: '5145550101', exten: '94385550010', context: 'from-internal' },
    'inside: endpoint-named-like-an-extension',
  ],
  ['FreePBX from-pstn', 'PJSIP/Voipms-00000001', { cid: '4385550010', context: 'from-pstn' }, 'outside: context-named-like-outside'],
  ['FreePBX from-trunk', 'SIP/Voipms-00000001', { cid: '', exten: 's', context: 'from-trunk' }, 'outside: context-named-like-outside'],
  [
    'FreePBX from-did-direct',
    'SIP/peer-00000001',
    { cid: '4385550010', context: 'from-did-direct' },
    'outside: context-named-like-outside',
  ],
  ['a carrier context', 'PJSIP/carrier-0000001f', { cid: '4385550010', context: 'from-carrier' }, 'outside: context-named-like-outside'],
  [
    'a Wazo-like incall context',
    'PJSIP/jhs7dk2p-0000001f',
    { cid: '4385550010', context: 'from-extern' },
    'outside: context-named-like-outside',
  ],
  [
    'FreePBX from-internal',
    'PJSIP/reception-00000001',
    { cid: '', exten: '94385550010', context: 'from-internal' },
    'inside: context-named-like-inside',
  ],
  [
    'a context that says both',
    'PJSIP/reception-00000001',
    { cid: '11', exten: '1002', context: 'from-trunk-internal' },
    'inside: context-named-like-inside',
  ],
  ['a trunk of chan_sip', 'SIP/trunk-0000001a', { cid: '4385550010', context: 'default' }, 'outside: caller-id-is-a-telephone-number'],
  [
    'a trunk of chan_sip with E.164',
    'SIP/trunk-0000001a',
    { cid: '+14385550010', context: 'default' },
    'outside: caller-id-is-a-telephone-number',
  ],
  [
    'a channel of a PRI, named after its caller',
    'DAHDI/i1/5145550100-2',
    { cid: '5145550100', exten: '5145550103', context: 'from-pstn' },
    'outside: context-named-like-outside',
  ],
  [
    'a random endpoint name with an extension as caller id',
    'PJSIP/x7k2p9qa-0000000c',
    { cid: '1001', exten: '1002', context: 'default' },
    'inside: nothing-points-outside',
  ],
  [
    'a random endpoint name in a users context',
    'PJSIP/x7k2p9qa-0000000c',
    { cid: '', context: 'default-users' },
    'inside: context-named-like-inside',
  ],
  [
    'an endpoint that holds its caller id',
    'PJSIP/5145550101-home-0000000c',
    { cid: '5145550101', context: 'default' },
    'inside: endpoint-holds-caller-id',
  ],
  [
    'an anonymous caller',
    'PJSIP/trunk-0000000c',
    { cid: 'anonymous', exten: '5145550103', context: 'default' },
    'outside: caller-id-withheld-to-a-telephone-number',
  ],
  [
    'an Unknown caller',
    'PJSIP/trunk-0000000c',
    { cid: 'Unknown', exten: '+15145550103', context: 'default' },
    'outside: caller-id-withheld-to-a-telephone-number',
  ],
  [
    'a caller without an id at s',
    'DAHDI/1-1',
    { cid: '', exten: 's', context: 'default' },
    'outside: caller-id-withheld-to-a-telephone-number',
  ],
  [
    'a caller without an id at an extension',
    'PJSIP/trunk-0000000c',
    { cid: '', exten: '1002', context: 'default' },
    'inside: nothing-points-outside',
  ],
])('without configuration, %s on %s is told by its own rule', (_who, name, call, side) => {
  expect(sideOfCaller(name, call)).toBe(side);
});

test('what is dialled through an endpoint leads outside; an endpoint that is rung itself is inside', () => {
  const sides = sidesOf(`
    eventtype  | eventtime           | channame                | cid_num | appname | appdata
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1            | 1001    |         |
    APP_START  | 2026-01-05 09:00:00 | PJSIP/1001-1            | 1001    | Dial    | PJSIP/x7k2p/sip:x7k2p@192.0.2.7&PJSIP/4385550010@carrier&DAHDI/g1/5145550100
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/x7k2p-2           |         |         |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/carrier-3         |         |         |
    CHAN_START | 2026-01-05 09:00:00 | DAHDI/i1/5145550100-4   |         |         |
    HANGUP     | 2026-01-05 09:00:09 | PJSIP/1001-1            | 1001    |         |
  `);
  expect(sides.slice(1)).toEqual([
    'PJSIP/x7k2p-2 is inside: endpoint-itself-was-rung',
    'PJSIP/carrier-3 is outside: dialled-through-the-endpoint',
    'DAHDI/i1/5145550100-4 is outside: dialled-through-the-endpoint',
  ]);
});

test('an endpoint that another channel of the conversation shows to be a line is one here too', () => {
  const sides = sidesOf(`
    eventtype  | eventtime           | channame     | cid_num    | context   | appname | appdata
    CHAN_START | 2026-01-05 09:00:00 | SIP/trunk-1  | 4385550010 | from-pstn |         |
    APP_START  | 2026-01-05 09:00:00 | SIP/trunk-1  | 4385550010 | from-pstn | Dial    | SIP/trunk
    CHAN_START | 2026-01-05 09:00:00 | SIP/trunk-2  |            | from-pstn |         |
    CHAN_START | 2026-01-05 09:00:00 | SIP/phone-3  |            | from-pstn |         |
    HANGUP     | 2026-01-05 09:00:09 | SIP/trunk-1  | 4385550010 | from-pstn |         |
  `);
  expect(sides).toEqual([
    'SIP/trunk-1 is outside: context-named-like-outside',
    'SIP/trunk-2 is outside: endpoint-of-an-outside-line',
    'SIP/phone-3 is inside: endpoint-itself-was-rung',
  ]);
});

test('inference looks at nothing but the conversation, whatever was asked before', () => {
  const sideOf = outsideLines(NOTHING);
  const inbound = replayed(
    'eventtype | eventtime | channame | cid_num | context\nCHAN_START | 2026-01-05 09:00:00 | SIP/trunk-1 | 4385550010 | default',
  );
  const rung = replayed(`
    eventtype  | eventtime           | channame    | cid_num | appname | appdata
    CHAN_START | 2026-01-05 09:00:00 | SIP/1001-1  | 1001    |         |
    APP_START  | 2026-01-05 09:00:00 | SIP/1001-1  | 1001    | Dial    | SIP/trunk
    CHAN_START | 2026-01-05 09:00:00 | SIP/trunk-2 |         |         |
  `);
  expect(inbound.legs.map((leg) => sideOf(leg, inbound).outside)).toEqual([true]);
  expect(rung.legs.map((leg) => sideOf(leg, rung).outside)).toEqual([false, false]);
  expect(inbound.legs.map((leg) => sideOf(leg, inbound).outside)).toEqual([true]);
});
