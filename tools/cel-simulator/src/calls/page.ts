import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { openRoom } from '../script/conference.js';
import { userRings } from '../script/dial.js';
import { soundBegins, soundEnds } from '../script/sounds.js';
import { talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** Somebody speaks through the loudspeakers of some phones, which answer by themselves and meet in a conference. */
export function page(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const number = serviceNumber('33', call.department);
  const caller = userCalls(call, alice, number);
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'group', number });
  call.app(channel, 'Page', `${bob.endpoint}&${carol.endpoint},d,4`);
  const phones = [bob, carol].map((user) => {
    const phone = userRings(call, channel, user, 'AppDial2');
    phone.change({ exten: 's' });
    return phone;
  });
  soundBegins(call, channel, 'beep');
  const { bridge, number: room, staff } = openRoom(call, call.dice.digits(9));
  bridge.members.push(...staff);
  for (const phone of phones) {
    call.answer(phone);
    call.app(phone, 'ConfBridge', room);
    call.enter(bridge, phone);
  }
  const since = call.now;
  call.lapse(0.44);
  soundEnds(call, channel);
  call.app(channel, 'ConfBridge', room);
  call.answer(channel);
  call.lapse(0.014);
  call.enter(bridge, channel);
  talk(call, 0.2);
  const seconds = call.since(since);
  call.exit(bridge, channel);
  call.inAnyOrder(
    ...phones.map((phone) => () => {
      call.exit(bridge, phone);
      call.appEnds(phone);
      call.hangUp(phone);
    }),
    () => call.hangUp(channel, { by: channel }),
  );
  tell(call, caller, {
    by: bob.number,
    to: ['group', number],
    legs: [leg(alice.number, `${bob.number}+${carol.number}`, seconds, 'page')],
    approxTalkSeconds: seconds,
    tags: ['group', 'page'],
  });
}
