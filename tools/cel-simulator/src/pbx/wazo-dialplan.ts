import type { CallScript } from '../script/call-script.js';
import type { Channel } from '../script/channel.js';
import type { Dialplan, Target } from './dialplan.js';
import { byDialplan, directoryOf } from './directory.js';

const LOGGED_APPS = ['Dial', 'Queue', 'VoiceMail'];
const UNLOGGED = /^(?:APP_END|STREAM_BEGIN|STREAM_END|DTMF|LOCAL_OPTIMIZE.*)$/;

/** The dialplan takes its time before each announcement. */
function announce(call: CallScript, channel: Channel, eventType: string, text: string): void {
  const { appName, appData } = channel.face;
  call.lapse(call.dice.between(0.02, 0.25));
  channel.change({ appName: 'CELGenUserEvent', appData: `${eventType},${text}` });
  const extra = JSON.stringify({ extra: text });
  call.log(channel, eventType, { extra: () => extra });
  channel.change({ appName, appData });
}

function route(call: CallScript, channel: Channel, target: Target): void {
  const destination = (text: string): void => announce(call, channel, 'WAZO_CALL_LOG_DESTINATION', text);
  const at = (context: string, exten = 's'): void => channel.change({ exten, context });
  switch (target.kind) {
    case 'user':
      at('user');
      destination(`type: user,uuid: ${target.user.uuid},name: ${target.user.name}`);
      break;
    case 'group':
    case 'queue':
      at(target.kind);
      destination(`type: ${target.kind},id: ${target.number.slice(-3)},label: ${target.kind}${target.number}`);
      break;
    case 'conference':
      at('conference');
      announce(call, channel, 'WAZO_CONFERENCE', `NAME: room ${target.number}`);
      destination(`type: conference,id: ${target.number.slice(-3)}`);
      break;
    case 'outside':
      at('outcall', 'dial');
      announce(call, channel, 'XIVO_OUTCALL', '');
      break;
    case 'voicemail':
      at('user', 'voicemail');
      break;
    case 'menu':
      at('ivr');
      break;
    case 'code':
      at('xivo-features', target.number);
  }
}

/** Asterisk under Wazo: random endpoint names, few events of Asterisk's own, and announcements from the dialplan. */
export function wazoDialplan(seed: number): Dialplan {
  return {
    departments: byDialplan(directoryOf('wazo', seed)),
    logs: (eventType, appName) => !UNLOGGED.test(eventType) && (eventType !== 'APP_START' || LOGGED_APPS.includes(appName)),
    did: (number) => `50${number}`,
    outside: (number) => number,

    receives(call, channel) {
      channel.change({ exten: 's', context: 'did' });
      if (channel.face.cidName === '') channel.change({ cidName: channel.face.cidNum });
      announce(call, channel, 'XIVO_INCALL', call.department.tenant.uuid);
    },
    routes: route,

    userDial({ endpoint }, _seconds, contacts = 1) {
      const address = `sip:${endpoint.slice('PJSIP/'.length).toLowerCase()}@192.0.2`;
      return `${Array.from({ length: contacts }, (_, at) => `${endpoint}/${address}.${at + 9}:5060`).join('&')},30,`;
    },
    groupDial: (users, seconds) => `${users.map(({ endpoint }) => endpoint).join('&')},${seconds},`,
    outsideDial: (call, number) => `PJSIP/${number}@${call.department.tenant.trunk.endpoint.slice('PJSIP/'.length)},,o(${number})`,
    queueData: (call, queue) => `wazo-${queue}-${call.department.slot},iC,,,,,,wazo-queue-answered,,,`,

    records(call, channel) {
      const file = `/var/lib/wazo/sounds/tenants/${call.department.tenant.uuid}/monitor/${call.dice.uuid()}.wav`;
      const recorder = `0x${call.dice.uuid().slice(-12)}`;
      const extra = JSON.stringify({ filename: file, mixmonitor_id: recorder });
      call.tick();
      // Not every end of a recording is logged.
      if (call.dice.chance(0.6)) channel.recorder = recorder;
      call.log(channel, 'MIXMONITOR_START', { extra: () => extra });
    },

    forwards(call, channel, user) {
      const { number, name, uuid, tenant } = user;
      channel.change({ exten: 'forward_voicemail', context: 'user' });
      announce(call, channel, 'XIVO_USER_FWD', `NUM:${number},CONTEXT:${tenant.context},NAME:${name}`);
      const source = call.department.users.find((other) => other.number === channel.face.cidNum);
      announce(
        call,
        channel,
        'WAZO_USER_MISSED_CALL',
        `wazo_tenant_uuid: ${tenant.uuid},source_user_uuid: ${source?.uuid ?? ''},destination_user_uuid: ${uuid},` +
          `destination_exten: ${number},source_name: ${encodeURIComponent(channel.face.cidName)},destination_name: ${encodeURIComponent(name)}`,
      );
    },
  };
}
