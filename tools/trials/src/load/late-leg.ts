import type { CallRows } from '@callstitch/cel-simulator';
import type { Cel, Instant, Uniqueid } from '@callstitch/domain';

const MICROSECONDS = 1_000_000;

/** Rows of one more channel that come when a call was over: they change what was told of it. */
export function lateLeg(call: CallRows): CallRows {
  const [first, last] = [call[0] as Cel, call.at(-1) as Cel];
  const leg = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END'].map((eventType, index) => ({
    ...first,
    eventType,
    extra: '',
    eventTime: (last.eventTime + (index + 1) * MICROSECONDS) as Instant,
    channelName: `PJSIP/late-${first.uniqueid}`,
    uniqueid: `${first.uniqueid}.late` as Uniqueid,
  }));
  return [...leg, { ...last, eventTime: (last.eventTime + 5 * MICROSECONDS) as Instant }];
}
