import type { Conversation } from '@callstitch/correlation';
import { groupConversations, hearings, replay } from '@callstitch/correlation';
import type { Linkedid, Uniqueid } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { findCaller } from './caller.js';

/** Who called in a table in which a channel's uniqueid is its name and, unless a row says otherwise, its linkedid is the first channel's. */
function callerIn(table: string): string | null {
  const cels = celTable(table);
  const linkedid = cels[0]?.channelName as Linkedid;
  const linked = cels.map((cel) => ({
    ...cel,
    uniqueid: cel.channelName as Uniqueid,
    linkedid: cel.linkedid === '' ? linkedid : cel.linkedid,
  }));
  const played = replay(groupConversations(linked)[0] as Conversation);
  const caller = findCaller(played, hearings(played));
  if (caller === null) return null;
  const { kind, leg, run, rule, cels: because } = caller;
  return `${kind}: ${leg.channelName}${run === null ? '' : ` to ${run.start.exten}`} by ${rule} of ${because.map(({ id }) => id).join()}`;
}

test('who dialled is the first channel that called in', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame     | exten
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1002
      CHAN_START | 2026-01-05 09:00:01 | PJSIP/1002-2 | s
    `),
  ).toBe('dialled: PJSIP/1001-1 by first-channel-that-called-in of 1');
});

test('a called phone whose row comes first is not the caller', () => {
  expect(
    callerIn(`
      eventtype  | eventtime                  | channame     | linkedid     | exten
      CHAN_START | 2026-01-05 09:00:00        | PJSIP/1002-2 | PJSIP/1001-1 | s
      CHAN_START | 2026-01-05 09:00:00.000300 | PJSIP/1001-1 | PJSIP/1001-1 | 1002
    `),
  ).toBe('dialled: PJSIP/1001-1 by first-channel-that-called-in of 2');
});

test('when nobody called in, the first person of the conversation stands for the caller', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame     | linkedid
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1002-2 | gone
      CHAN_START | 2026-01-05 09:00:01 | PJSIP/1003-3 | gone
    `),
  ).toBe('dialled: PJSIP/1002-2 by first-channel-that-called-in of 1');
});

test('click-to-call: a phone was originated, answered, and entered the dialplan', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame     | cid_num | exten | appname  | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001    | s     |          |
      ANSWER     | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002    | s     | AppDial2 | (Outgoing Line)
      APP_START  | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002    | s     | Set      | X=1
      APP_START  | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1002    | 1002  | Dial     | PJSIP/1002
      CHAN_START | 2026-01-05 09:00:02 | PJSIP/1002-2 | 1002    | s     |          |
    `),
  ).toBe('click-to-call: PJSIP/1001-1 to 1002 by originated-phone-entered-the-dialplan of 1,4');
});

test('click-to-call: the phone did not answer, and its caller id became the one given to Originate', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame     | cid_num | exten | appname  | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001    | s     |          |
      HANGUP     | 2026-01-05 09:00:20 | PJSIP/1001-1 | 1002    | s     | AppDial2 | (Outgoing Line)
      CHAN_END   | 2026-01-05 09:00:20 | PJSIP/1001-1 | 1002    | s     | AppDial2 | (Outgoing Line)
    `),
  ).toBe('click-to-call: PJSIP/1001-1 by originated-phone-did-not-answer of 1,2');
});

test('click-to-call: two phones were originated by ARI and bridged', () => {
  expect(
    callerIn(`
      eventtype    | eventtime           | channame     | cid_num | exten | appname  | extra
      CHAN_START   | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001    | s     |          |
      ANSWER       | 2026-01-05 09:00:02 | PJSIP/1001-1 | 1001    | s     | AppDial2 |
      CHAN_START   | 2026-01-05 09:00:03 | PJSIP/1002-2 | 1002    | s     |          |
      ANSWER       | 2026-01-05 09:00:05 | PJSIP/1002-2 | 1002    | s     | AppDial2 |
      BRIDGE_ENTER | 2026-01-05 09:00:05 | PJSIP/1001-1 | 1001    | s     | Stasis   | {"bridge_id":"b1"}
      BRIDGE_ENTER | 2026-01-05 09:00:06 | PJSIP/1002-2 | 1002    | s     | Stasis   | {"bridge_id":"b1"}
      BRIDGE_EXIT  | 2026-01-05 09:00:09 | PJSIP/1002-2 | 1002    | s     | Stasis   | {"bridge_id":"b1"}
    `),
  ).toBe('click-to-call: PJSIP/1001-1 by originated-phone-was-bridged of 1');
});

test('the PBX called: an originated phone answered and was given an application', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame     | cid_num | exten | appname  | appdata
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001    | s     |          |
      ANSWER     | 2026-01-05 09:00:02 | PJSIP/1001-1 | 0       | s     | AppDial2 | (Outgoing Line)
      APP_START  | 2026-01-05 09:00:02 | PJSIP/1001-1 | 0       | s     | Playback | wake-up
    `),
  ).toBe('pbx: PJSIP/1001-1 by originated-to-an-application of 1');
});

test('the PBX called: an originated phone that did not answer kept its caller id', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame     | cid_num | exten | appname
      CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-1 | 1001    | s     |
      HANGUP     | 2026-01-05 09:00:20 | PJSIP/1001-1 | 1001    | s     | AppDial2
    `),
  ).toBe('pbx: PJSIP/1001-1 by originated-to-an-application of 1');
});

/** An originated Local channel: its second half rings 1001, its first half goes where it is sent. */
function originatedLocal(sentTo: string): string {
  return `
    eventtype  | eventtime           | channame            | cid_num | exten | appname  | appdata
    CHAN_START | 2026-01-05 09:00:00 | Local/1001@office-1;1 |       | 1001  |          |
    CHAN_START | 2026-01-05 09:00:00 | Local/1001@office-1;2 |       | 1001  |          |
    APP_START  | 2026-01-05 09:00:00 | Local/1001@office-1;2 |       | 1001  | Dial     | PJSIP/1001&PJSIP/1009
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1009-2        | 1009    | s     |          |
    CHAN_START | 2026-01-05 09:00:00 | PJSIP/1001-3        | 1001    | s     |          |
    ANSWER     | 2026-01-05 09:00:02 | PJSIP/1001-3        | 1001    | 1001  | AppDial  |
    ANSWER     | 2026-01-05 09:00:02 | Local/1001@office-1;1 | 1001  | 1001  | AppDial2 |
    ${sentTo}
    HANGUP     | 2026-01-05 09:00:09 | Local/1001@office-1;2 | 1001  | 1001  |          |
  `;
}

test('click-to-call through a Local channel: the phone that answered on its one side called what its other side was sent to', () => {
  expect(callerIn(originatedLocal('APP_START | 2026-01-05 09:00:03 | Local/1001@office-1;1 | 1001 | 1002 | Dial | PJSIP/1002'))).toBe(
    'click-to-call: PJSIP/1001-3 to 1002 by originated-local-entered-the-dialplan of 1,8',
  );
});

test('the PBX called through a Local channel: its other side was given an application', () => {
  expect(callerIn(originatedLocal('APP_START | 2026-01-05 09:00:03 | Local/1001@office-1;1 | 1001 | 1001 | ConfBridge | 5010'))).toBe(
    'pbx: Local/1001@office-1;2 by originated-local-to-an-application of 1',
  );
});

test('a Local channel that was originated and rang nobody is the call of the PBX', () => {
  expect(
    callerIn(`
      eventtype  | eventtime           | channame              | exten | appname | appdata
      CHAN_START | 2026-01-05 09:00:00 | Local/1001@office-1;2 | 1001  |         |
      CHAN_START | 2026-01-05 09:00:00 | Local/1001@office-1;1 | 1001  |         |
      APP_START  | 2026-01-05 09:00:01 | Local/1001@office-1;1 | 1002  | Dial    | PJSIP/1002
    `),
  ).toBe('pbx: Local/1001@office-1;2 by originated-local-to-an-application of 1');
});

test('where no person, line or dialplan is, nobody called', () => {
  expect(callerIn('eventtype | eventtime | channame\nCHAN_START | 2026-01-05 09:00:00 | Message/ast_msg_queue')).toBeNull();
  expect(callerIn('eventtype | eventtime | channame\nCHAN_START | 2026-01-05 09:00:00 | CBRec/5010-1')).toBeNull();
});
