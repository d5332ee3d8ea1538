import type { CallScript } from '../script/call-script.js';
import { abandoned } from './abandoned.js';
import { abandonedConsult } from './abandoned-consult.js';
import { announcement } from './announcement.js';
import { answered } from './answered.js';
import { attended } from './attended-transfer.js';
import { attendedByDigits } from './attended-transfer-by-digits.js';
import { attendedThenBlind } from './attended-then-blind.js';
import { blind } from './blind-transfer.js';
import { blindNoAnswer } from './blind-transfer-no-answer.js';
import { blindOutside } from './blind-transfer-outside.js';
import { blindToVoicemail } from './blind-transfer-to-voicemail.js';
import { busy } from './busy.js';
import { clickToCall } from './click-to-call.js';
import { conference } from './conference.js';
import { declined } from './declined.js';
import { emergency } from './emergency.js';
import { endedByPbx } from './ended-by-pbx.js';
import { featureCode } from './feature-code.js';
import { forwardAlways } from './forward-always.js';
import { forwardByPhone } from './forward-by-phone.js';
import { forwardNoAnswer } from './forward-no-answer.js';
import { forwardWhenBusy } from './forward-when-busy.js';
import { group } from './group.js';
import { groupAfterAnnouncement } from './group-after-announcement.js';
import { groupNoAnswer } from './group-no-answer.js';
import { groupOverLocal } from './group-over-local.js';
import { groupRecorded } from './group-recorded.js';
import { hairpin } from './hairpin.js';
import { huntGroup } from './hunt-group.js';
import { menuAbandoned } from './menu-abandoned.js';
import { menuDialsExtension } from './menu-dials-extension.js';
import { menuToQueue } from './menu-to-queue.js';
import { noAnswer } from './no-answer.js';
import { numberInvalid } from './number-invalid.js';
import { onHold } from './on-hold.js';
import { outboundAnswered } from './outbound-answered.js';
import { outboundThenTransfer } from './outbound-then-transfer.js';
import { outboundUnanswered } from './outbound-unanswered.js';
import { page } from './page.js';
import { parkAbandoned } from './park-abandoned.js';
import { parked } from './parked.js';
import { phoneFails } from './phone-fails.js';
import { pickup } from './pickup.js';
import { pickupFromGroup } from './pickup-from-group.js';
import { pickupFromQueue } from './pickup-from-queue.js';
import { queueAgentTransfers } from './queue-agent-transfers.js';
import { queueAnswered } from './queue-answered.js';
import { queueLocalMembers } from './queue-local-members.js';
import { queueRefusedFirst } from './queue-refused-first.js';
import { queueToVoicemail } from './queue-to-voicemail.js';
import { recorded } from './recorded.js';
import { recordedThenTransferred } from './recorded-then-transferred.js';
import { semiAttended } from './semi-attended-transfer.js';
import { spiedUpon } from './spied-upon.js';
import { transferIntoConference } from './transfer-into-conference.js';
import { transferRefused } from './transfer-refused.js';
import { twoPhonesRing } from './two-phones-ring.js';
import { voicemail } from './voicemail.js';
import { voicemailCheck } from './voicemail-check.js';
import { wakeUp } from './wake-up.js';

/** One kind of call. */
export interface Kind {
  readonly name: string;
  /** How many of 747 calls are of it, as in the recorded load run. */
  readonly weight: number;
  readonly play: (call: CallScript) => void;
  /** Its dialplan is known only for the tenant that dials users without a subroutine, or only for the other one. */
  readonly tenant?: 'inline' | 'gosub';
}

const inline = { tenant: 'inline' } as const;

/** All kinds of calls. */
export const KINDS: readonly Kind[] = [
  { name: 'answered', weight: 120, play: answered },
  { name: 'busy', weight: 70, play: busy, ...inline },
  { name: 'abandoned', weight: 80, play: abandoned },
  { name: 'outbound-answered', weight: 51, play: outboundAnswered },
  { name: 'queue-answered', weight: 26, play: queueAnswered },
  { name: 'abandoned-consult', weight: 20, play: abandonedConsult },
  { name: 'outbound-unanswered', weight: 19, play: outboundUnanswered },
  { name: 'group', weight: 18, play: group },
  { name: 'voicemail', weight: 17, play: voicemail, ...inline },
  { name: 'on-hold', weight: 16, play: onHold },
  { name: 'recorded', weight: 14, play: recorded },
  { name: 'blind-transfer', weight: 13, play: blind },
  { name: 'declined', weight: 12, play: declined, ...inline },
  { name: 'attended-transfer', weight: 12, play: attended },
  { name: 'transfer-into-conference', weight: 12, play: transferIntoConference, ...inline },
  { name: 'feature-code', weight: 12, play: featureCode },
  { name: 'group-over-local', weight: 10, play: groupOverLocal },
  { name: 'spied-upon', weight: 10, play: spiedUpon },
  { name: 'parked', weight: 10, play: parked },
  { name: 'conference', weight: 10, play: conference },
  { name: 'menu-to-queue', weight: 9, play: menuToQueue },
  { name: 'pickup', weight: 9, play: pickup },
  { name: 'menu-abandoned', weight: 8, play: menuAbandoned },
  { name: 'semi-attended-transfer', weight: 8, play: semiAttended, ...inline },
  { name: 'group-after-announcement', weight: 8, play: groupAfterAnnouncement },
  { name: 'blind-transfer-no-answer', weight: 8, play: blindNoAnswer, ...inline },
  { name: 'click-to-call', weight: 8, play: clickToCall, ...inline },
  { name: 'two-phones-ring', weight: 7, play: twoPhonesRing, ...inline },
  { name: 'group-recorded', weight: 7, play: groupRecorded },
  { name: 'no-answer', weight: 6, play: noAnswer, ...inline },
  { name: 'page', weight: 6, play: page },
  { name: 'queue-to-voicemail', weight: 6, play: queueToVoicemail },
  { name: 'blind-transfer-to-voicemail', weight: 6, play: blindToVoicemail },
  { name: 'menu-dials-extension', weight: 6, play: menuDialsExtension },
  { name: 'forward-when-busy', weight: 6, play: forwardWhenBusy, ...inline },
  { name: 'hunt-group', weight: 6, play: huntGroup },
  { name: 'queue-refused-first', weight: 5, play: queueRefusedFirst },
  { name: 'queue-local-members', weight: 5, play: queueLocalMembers },
  { name: 'forward-by-phone', weight: 5, play: forwardByPhone, ...inline },
  { name: 'outbound-then-transfer', weight: 5, play: outboundThenTransfer },
  { name: 'attended-transfer-by-digits', weight: 6, play: attendedByDigits },
  { name: 'blind-transfer-outside', weight: 4, play: blindOutside },
  { name: 'forward-always', weight: 4, play: forwardAlways, ...inline },
  { name: 'forward-no-answer', weight: 4, play: forwardNoAnswer, tenant: 'gosub' },
  { name: 'queue-agent-transfers', weight: 4, play: queueAgentTransfers },
  { name: 'announcement', weight: 4, play: announcement },
  { name: 'ended-by-pbx', weight: 4, play: endedByPbx },
  { name: 'phone-fails', weight: 4, play: phoneFails, ...inline },
  { name: 'voicemail-check', weight: 3, play: voicemailCheck },
  { name: 'transfer-refused', weight: 3, play: transferRefused },
  { name: 'attended-then-blind', weight: 3, play: attendedThenBlind },
  { name: 'pickup-from-group', weight: 4, play: pickupFromGroup },
  { name: 'pickup-from-queue', weight: 2, play: pickupFromQueue },
  { name: 'park-abandoned', weight: 2, play: parkAbandoned },
  { name: 'recorded-then-transferred', weight: 2, play: recordedThenTransferred },
  { name: 'hairpin', weight: 2, play: hairpin },
  { name: 'emergency', weight: 2, play: emergency },
  { name: 'number-invalid', weight: 2, play: numberInvalid },
  { name: 'group-no-answer', weight: 2, play: groupNoAnswer },
  { name: 'wake-up', weight: 2, play: wakeUp },
];
