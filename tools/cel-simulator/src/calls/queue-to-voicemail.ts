import type { CallScript } from '../script/call-script.js';
import { outsiderCalls } from '../script/callers.js';
import { stopsRinging } from '../script/dial-fails.js';
import { agentsRing, joinQueue, queueNumber } from '../script/queue.js';
import { leg, tell } from '../script/tell.js';
import { leaveMessage } from '../script/voicemail.js';

/** No agent answers in time, and the caller speaks to the voicemail box of the queue. */
export function queueToVoicemail(call: CallScript): void {
  const [, ...others] = call.people;
  const number = queueNumber(call, '43');
  const box = queueNumber(call, '40');
  const caller = outsiderCalls(call, number);
  const { channel } = caller;
  joinQueue(call, channel, number, { seconds: 20, isRinging: true });
  const phones = agentsRing(call, channel, others.slice(0, 3));
  call.lapse(20);
  stopsRinging(call, { caller: channel, phones, cause: 0, dialStatus: 'NOANSWER' });
  const seconds = leaveMessage(call, channel, box);
  tell(call, caller, {
    to: ['voicemail', box],
    legs: [leg(caller.number, `voicemail ${box}`, seconds, 'voicemail')],
    tags: ['queue', 'voicemail'],
    via: [{ kind: 'queue', number }],
    voicemailSeconds: seconds,
  });
}
