import type { Dialplan } from './dialplan.js';
import { byDialplan, directoryOf } from './directory.js';

/** Asterisk as it is recorded in `samples/asterisk`: every event but of pseudo applications, numbers in clear. */
export function stockDialplan(seed: number): Dialplan {
  return {
    departments: byDialplan(directoryOf('asterisk', seed)),
    logs: () => true,
    did: (number) => `51455${number}`,
    outside: (number) => `9${number}`,

    receives(call, channel) {
      channel.change({ accountCode: call.department.tenant.accountCode });
    },

    routes(call, channel, target) {
      const { context } = call.department.tenant;
      switch (target.kind) {
        case 'user':
          if (call.department.tenant.isGosub) channel.change({ exten: 's', context: 'sub-user' });
          else channel.change({ exten: target.user.number, context });
          break;
        case 'outside':
          channel.change({ exten: target.number, context, cidNum: `514555${channel.face.cidAni.slice(-4)}` });
          break;
        case 'menu':
          channel.change({ exten: 's', context: 'ivr' });
          break;
        case 'group':
        case 'queue':
        case 'conference':
        case 'code':
        case 'voicemail':
          channel.change({ exten: target.number, context });
      }
    },

    userDial({ number, endpoint, tenant }, seconds, contacts = 1) {
      if (tenant.isGosub) return `${endpoint},${seconds},tTkKxXU(sub-answered)`;
      const phones = Array.from({ length: contacts }, (_, at) => `${endpoint}/sip:${number}${at === 0 ? '' : 'b'}@127.0.0.10:5060`);
      return `${phones.join('&')},${seconds},tTkKxX`;
    },
    groupDial: (users, seconds, options) => `${users.map(({ endpoint }) => endpoint).join('&')},${seconds},${options}`,
    outsideDial: (_call, number, seconds) => `PJSIP/${number}@carrier,${seconds},tTkKxX`,
    queueData: (call, queue, seconds) => `${queue}${call.department.slot},tTkK,,,${seconds}`,

    records(call, channel, options = '') {
      call.app(channel, 'MixMonitor', `recording-${call.dice.digits(10)}.wav${options}`);
      call.appEnds(channel);
    },
    forwards: () => undefined,
  };
}
