import type { Cel, Instant, Linkedid, Uniqueid } from '@callstitch/domain';

const SECOND = 1_000_000;
const MONDAY = 1_767_600_000 * SECOND;

/** When the row of an id happened in rows made here: a second after the one before it. */
export function momentOf(id: number): Instant {
  return (MONDAY + id * SECOND) as Instant;
}

/** One row of a channel, all else empty. */
export function aCel(changed: Partial<Cel> & Pick<Cel, 'id'>): Cel {
  return {
    eventType: 'CHAN_START',
    eventTime: momentOf(changed.id),
    userDefType: '',
    cidName: '',
    cidNum: '',
    cidAni: '',
    cidRdnis: '',
    cidDnid: '',
    exten: '100',
    context: '',
    channelName: 'PJSIP/1001-00000001',
    appName: '',
    appData: '',
    amaFlags: '',
    accountCode: '',
    peerAccount: '',
    uniqueid: '1.1' as Uniqueid,
    linkedid: '1.1' as Linkedid,
    userfield: '',
    peer: '',
    extra: '',
    ...changed,
  };
}

/** The four rows of a call of one channel, from `firstId` on. */
export function aCall(name: string, { firstId, cidNum = name }: { readonly firstId: number; readonly cidNum?: string }): readonly Cel[] {
  return ['CHAN_START', 'ANSWER', 'CHAN_END', 'LINKEDID_END'].map((eventType, index) =>
    aCel({
      id: firstId + index,
      eventType,
      cidNum,
      channelName: `PJSIP/${name}`,
      uniqueid: name as Uniqueid,
      linkedid: name as Linkedid,
    }),
  );
}
