import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { joinRoom, leaveRoom, openRoom } from '../script/conference.js';
import { pause, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** Three meet in a conference: three calls that only the bridge has in common. Some rooms are recorded. */
export function conference(call: CallScript): void {
  const isRecorded = call.dice.chance(0.15);
  const room = openRoom(call, serviceNumber(isRecorded ? '51' : '50', call.department), isRecorded);
  const members = call.people.slice(0, isRecorded ? 1 : 3).map((user) => {
    const caller = userCalls(call, user, room.number);
    joinRoom(call, caller.channel, room);
    const joined = call.now;
    pause(call);
    return { caller, joined };
  });
  talk(call);
  for (const { caller, joined } of call.dice.shuffled(members)) {
    const seconds = call.since(joined);
    leaveRoom(call, caller.channel, room);
    tell(call, caller, {
      answered: true,
      to: ['conference', room.number],
      legs: [leg(caller.number, `conference ${room.number}`, seconds, 'conference')],
      recorded: isRecorded,
      approxTalkSeconds: seconds,
      tags: isRecorded ? ['conference', 'recorded'] : ['conference'],
    });
    pause(call);
  }
}
