import type { LocalTime } from '@callstitch/application';
import { readEventTime } from '@callstitch/application';
import type { Cel, Instant, Linkedid, Uniqueid } from '@callstitch/domain';
import { instant, readEventType } from '@callstitch/domain';
import type { AmiMessage } from './ami-messages.js';

/** The numbers that other back-ends write. */
const AMA_FLAGS: Readonly<Record<string, string>> = { OMIT: '1', BILLING: '2', DOCUMENTATION: '3' };

const MICROSECONDS_PER_SECOND = 1_000_000;

/** Events that come so much later than their second says are not moved. */
const MOST_BEHIND = 2 * MICROSECONDS_PER_SECOND;

/**
 * Reads events `CEL` of one Asterisk, in the order in which they come.
 *
 * Their times are whole seconds: each event gets the microsecond after the one before it in the same second, so that
 * sorting by time keeps the order, and equal events stay two.
 */
export class CelEvents {
  private last = 0;
  private count = 0;

  constructor(private readonly zone: LocalTime) {}

  /** The row of an event, or what is wrong with it. */
  read(event: AmiMessage): Cel | string {
    const text = (name: string): string => event.get(name) ?? '';
    const userDefType = text('userdeftype');
    const eventType = readEventType(text('eventname'), userDefType);
    if (eventType === null) return 'has no EventName that Asterisk has';
    const time = readEventTime(text('eventtime'), this.zone);
    if (time === null) return 'has no EventTime between 1970 and 2254';
    const uniqueid = text('uniqueid');
    if (uniqueid === '') return 'has no UniqueID';
    return {
      id: ++this.count,
      ...{ eventType, eventTime: this.inOrder(time), userDefType },
      cidName: text('calleridname'),
      cidNum: text('calleridnum'),
      cidAni: text('calleridani'),
      cidRdnis: text('calleridrdnis'),
      cidDnid: text('calleriddnid'),
      exten: text('exten'),
      context: text('context'),
      channelName: text('channel'),
      appName: text('application'),
      appData: text('appdata'),
      amaFlags: AMA_FLAGS[text('amaflags').toUpperCase()] ?? text('amaflags'),
      accountCode: text('accountcode'),
      peerAccount: text('peeraccount'),
      uniqueid: uniqueid as Uniqueid,
      linkedid: text('linkedid') as Linkedid,
      userfield: text('userfield'),
      peer: text('peer'),
      extra: text('extra'),
    };
  }

  private inOrder(time: Instant): Instant {
    const isBefore = time <= this.last && this.last - time < MOST_BEHIND;
    this.last = isBefore ? this.last + 1 : time;
    return instant(this.last);
  }
}
