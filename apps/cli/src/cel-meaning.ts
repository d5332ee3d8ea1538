import type { Cel } from '@callstitch/domain';
import { extraNumber, extraText } from '@callstitch/domain';

/** A textual detail of the event. */
type Detail = (key: string) => string;

/** Q.850 causes that Asterisk gives often. */
const CAUSES: Readonly<Record<number, string>> = {
  1: 'number not assigned',
  16: 'normal',
  17: 'busy',
  18: 'no response',
  19: 'no answer',
  20: 'not registered',
  21: 'rejected',
  26: 'answered elsewhere',
  27: 'out of order',
  28: 'invalid number',
  34: 'congestion',
  38: 'network out of order',
  41: 'temporary failure',
  127: 'interworking',
};

/** Applications whose arguments are secrets. */
const SECRETIVE = /^(Authenticate|DISA|VMAuthenticate|AgentLogin)$/i;

const MEANINGS: Readonly<Record<string, (cel: Cel, detail: Detail) => string>> = {
  CHAN_START: ({ cidName, cidNum, exten, context }) =>
    `channel begins${text(' for ', `${cidName} ${cidNum}`.trim())}${text(' at ', `${exten}${text('@', context)}`)}`,
  CHAN_END: () => 'channel ends',
  ANSWER: () => 'answers',
  HANGUP: (cel, detail) => `hangs up${cause(cel)}${text(', by ', detail('hangupsource'))}${text(', dial status ', detail('dialstatus'))}`,
  APP_START: (cel) => `runs ${application(cel)}`,
  APP_END: ({ appName }) => `is done with ${appName}`,
  BRIDGE_ENTER: ({ peer }, detail) => (peer === '' ? `is first in bridge ${bridge(detail)}` : `joins ${peer} in bridge ${bridge(detail)}`),
  BRIDGE_EXIT: ({ peer }, detail) =>
    peer === '' ? `is last out of bridge ${bridge(detail)}` : `leaves ${peer} in bridge ${bridge(detail)}`,
  PARK_START: (_, detail) => `is parked${text(' in ', detail('parking_lot'))}`,
  PARK_END: (_, detail) => `parking ends: ${detail('reason')}${text(', retrieved by ', detail('retriever'))}`,
  BLINDTRANSFER: (_, detail) =>
    `transfers ${detail('transferee_channel_name') || 'the other side'} to ${detail('extension')}@${detail('context')}`,
  ATTENDEDTRANSFER: (_, detail) =>
    `connects ${detail('transferee_channel_name') || 'the other side'} with ${detail('transfer_target_channel_name') || detail('app')}`,
  LINKEDID_END: ({ linkedid }) => `last channel of linkedid ${linkedid} is gone`,
  PICKUP: (_, detail) => `its call is picked up by ${detail('pickup_channel')}`,
  FORWARD: (_, detail) => `is forwarded by the phone to ${detail('forward')}`,
  LOCAL_OPTIMIZE_BEGIN: (_, detail) => `begins to make room for the real channels, with ${detail('local_two')}`,
  LOCAL_OPTIMIZE: (_, detail) => `has made room for the real channels, with ${detail('local_two')}`,
  STREAM_BEGIN: (_, detail) => `hears ${detail('sound') || text('music ', detail('class')) || 'a sound'}`,
  STREAM_END: ({ userDefType }) => (userDefType.startsWith('MOH') ? 'the music ends' : 'the sound ends'),
  // Digits may be PINs and card numbers.
  DTMF: ({ userDefType }) => `${userDefType === 'Sent' ? 'is sent' : 'presses'} a key (digit hidden)`,
};

/** What one row says, as a predicate of its channel. */
export function celMeaning(cel: Cel): string {
  const detail: Detail = (key) => extraText(cel, key);
  const meaning = Object.hasOwn(MEANINGS, cel.eventType) ? MEANINGS[cel.eventType] : undefined;
  return meaning === undefined ? `event of the dialplan${text(': ', detail('extra'))}` : meaning(cel, detail);
}

function text(before: string, value: string): string {
  return value === '' ? '' : `${before}${value}`;
}

function cause(cel: Cel): string {
  const number = extraNumber(cel, 'hangupcause');
  return number === null ? '' : `: cause ${number}${text(' ', causeName(number))}`;
}

/** What a Q.850 cause means; empty for one that is rare. */
export function causeName(number: number): string {
  return CAUSES[number] ?? '';
}

/** The first characters are enough to tell bridges apart. */
function bridge(detail: Detail): string {
  return detail('bridge_id').slice(0, 8);
}

function application({ appName, appData }: Cel): string {
  if (SECRETIVE.test(appName)) return `${appName}(…)`;
  return `${appName}(${appData.length > 60 ? `${appData.slice(0, 60)}…` : appData})`;
}
