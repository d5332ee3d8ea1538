import type { Conversation } from '@callstitch/correlation';
import { groupConversations, replay } from '@callstitch/correlation';
import type { DirectoryEntry, Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import type { LineDirectory } from './options.js';
import { outsideLines } from './outside-lines.js';
import { displayName, Parties } from './party.js';

/** Who stands behind the channels of a table in which a channel's uniqueid is its name and its linkedid is the first channel's. */
function partiesOf(table: string, directory: LineDirectory | null = null): { readonly parties: Parties; readonly told: string[] } {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  const played = replay(
    groupConversations(cels.map((cel) => ({ ...cel, uniqueid: cel.channelName as Uniqueid, linkedid })))[0] as Conversation,
  );
  const parties = new Parties(played, outsideLines({ trunks: [], internal: [], directory }), directory);
  const told = played.legs.map((leg) => {
    const { number, name, rule } = parties.of(leg);
    return `${number} "${name}" by ${rule}`;
  });
  return { parties, told };
}

test.each([
  ['Alice Martin', 'Alice Martin'],
  ['O\'Brien, \\"Bob\\" & Çélia; <sales>', 'O\'Brien, "Bob" & Çélia; <sales>'],
  ['back\\\\slash', 'back\\slash'],
  ['a\\b', 'a\\b'],
  ['', ''],
])('the display name %s is read as %s', (received, name) => {
  expect(displayName(received)).toBe(name);
});

test('an endpoint that is named like an extension is its number, whatever caller id it shows', () => {
  expect(
    partiesOf(`
      eventtype  | eventtime           | channame     | cid_num    | cid_name
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001       | Alice
      ANSWER     | 2026-01-05 09:00:01 | PJSIP/1001-1 | 5145550101 | Acme
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/1002-2 | 5145550102 | Acme
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/1003-3 | 5145550103 | Acme
      ANSWER     | 2026-01-05 09:00:03 | PJSIP/1003-3 | 1003       | Carol
    `).told,
  ).toEqual([
    '1001 "Alice" by endpoint-named-like-an-extension',
    '1002 "" by endpoint-named-like-an-extension',
    '1003 "" by endpoint-named-like-an-extension',
  ]);
});

test('another phone is known by the caller id at its start, before what the dialplan shows later', () => {
  expect(
    partiesOf(`
      eventtype  | eventtime           | channame      | cid_num    | cid_name | context
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/x7k2p-1 | 1001       | Alice    | default
      ANSWER     | 2026-01-05 09:00:01 | PJSIP/x7k2p-1 | 5145550101 | Acme     | default
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/y7k2p-2 |            |          | default
      ANSWER     | 2026-01-05 09:00:03 | PJSIP/y7k2p-2 | 1002       | Bob      | default
      CHAN_START | 2026-01-05 09:00:04 | PJSIP/desk-3  |            |          | default
    `).told,
  ).toEqual(['1001 "Alice" by caller-id', '1002 "Bob" by caller-id', 'desk "" by caller-id']);
});

test('an outside line is known by its caller id, and when it was rung by the number sent to the trunk', () => {
  expect(
    partiesOf(`
      eventtype  | eventtime           | channame        | cid_num     | cid_name | context   | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/carrier-1 | 4385550010  | Zoé      | from-pstn |         |
      APP_START  | 2026-01-05 09:00:00 | PJSIP/carrier-1 | 4385550010  | Zoé      | from-pstn | Dial    | PJSIP/4385550011@carrier
      CHAN_START | 2026-01-05 09:00:01 | PJSIP/carrier-2 | 94385550011 | Not she  | from-pstn |         |
      HANGUP     | 2026-01-05 09:00:09 | PJSIP/carrier-1 | 4385550010  | Zoé      | from-pstn |         |
    `).told,
  ).toEqual(['4385550010 "Zoé" by caller-id', '4385550011 "" by number-sent-to-the-trunk']);
});

const BOB: DirectoryEntry = {
  name: 'Bob Tremblay',
  number: '1002',
  context: 'sales',
  userUuid: 'u-2',
  lineId: 12,
  tenantUuid: 't-1',
  tags: ['sales'],
};
const CAROL: DirectoryEntry = { ...BOB, name: 'Carol Nguyen', number: '1003', userUuid: 'u-3' };

test('the directory knows a line by its endpoint and a person by the number', () => {
  const directory: LineDirectory = {
    byEndpoint: (endpoint) => (endpoint === 'x7k2p' ? BOB : null),
    byNumber: (number) => (number === '1003' ? CAROL : null),
    trunks: [],
  };
  const { parties, told } = partiesOf(
    `
      eventtype  | eventtime           | channame      | cid_num | cid_name
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/x7k2p-1 | 77      | who
      CHAN_START | 2026-01-05 09:00:01 | PJSIP/y7k2p-2 | 1003    | who
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/z7k2p-3 | 1004    | Dave
    `,
    directory,
  );
  expect(told).toEqual(['1002 "Bob Tremblay" by line-in-the-directory', '1003 "Carol Nguyen" by caller-id', '1004 "Dave" by caller-id']);
  expect([parties.nameOf('1003'), parties.nameOf('1004'), parties.nameOf('1009'), parties.nameOf('')]).toEqual([
    'Carol Nguyen',
    'Dave',
    '',
    '',
  ]);
  expect([parties.entryOf('1003'), parties.entryOf('1004'), parties.entryOf('')]).toEqual([CAROL, null, null]);
});

test('the name that goes with a number is that of the first leg of that number which has one', () => {
  const { parties } = partiesOf(`
    eventtype  | eventtime           | channame     | cid_num | cid_name
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001    |
    CHAN_START | 2026-01-05 09:00:01 | PJSIP/1001-2 | 1001    | Alice
    CHAN_START | 2026-01-05 09:00:02 | PJSIP/1001-3 | 1001    | Alice Martin
  `);
  expect(parties.nameOf('1001')).toBe('Alice');
});
