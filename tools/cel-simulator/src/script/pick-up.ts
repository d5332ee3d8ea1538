import type { User } from '../pbx/directory.js';
import type { Bridge } from './bridge.js';
import type { CallScript } from './call-script.js';
import { userCalls } from './callers.js';
import type { Channel } from './channel.js';

export interface PickUp {
  readonly caller: Channel;
  /** The phone that rings. */
  readonly target: Channel;
  readonly picker: Channel;
  /** Other phones that ring for the same call. */
  readonly losers?: readonly Channel[];
  /** How the phone stops ringing, Q.850: with 26 when the pickup was by an application. */
  readonly cause?: number;
}

/** A colleague dials the code of a pickup, by feature code or by application. */
export function pickerDials(call: CallScript, user: User, code: string, target: User | null = null): Channel {
  const { channel } = userCalls(call, user, code);
  if (target === null) call.answer(channel);
  else {
    call.pbx.routes(call, channel, { kind: 'code', number: code });
    call.app(channel, 'PickupChan', `${target.endpoint},p`);
    call.answer(channel);
    call.appEnds(channel);
  }
  return channel;
}

/** The picker's channel takes the place of the ringing one, whose end shows what the picker dialled. */
export function takesPlace(call: CallScript, { target, picker }: PickUp): void {
  const { appName, appData, exten, peerAccount } = target.face;
  call.tick();
  call.log(target, 'PICKUP', {
    extra: (names) => `{"pickup_channel":"${names.name(picker)}","pickup_channel_uniqueid":"${names.uniqueid(picker)}"}`,
  });
  target.baseApp = '';
  target.change({ exten: picker.face.exten, appName: '', appData: '', peerAccount: '' });
  picker.baseApp = appName;
  picker.change({ appName, appData, peerAccount, exten: appName === 'AppQueue' ? exten : '' });
}

/** The picker talks to the caller. It enters under the linkedid of its own call, which ends there. */
export function pickUp(call: CallScript, pick: PickUp): Bridge {
  const { caller, target, picker, losers = [], cause = 16 } = pick;
  takesPlace(call, pick);
  call.inAnyOrder(
    () => call.answer(caller),
    () => call.hangUp(target, { cause }),
    ...losers.map((loser) => () => call.hangUp(loser, { cause: 26 })),
  );
  caller.dialStatus = 'ANSWER';
  const bridge = call.bridge();
  call.enter(bridge, picker);
  call.relink(picker, caller.link);
  caller.change({ peerAccount: picker.face.accountCode });
  call.enter(bridge, caller);
  bridge.technology = 'native_rtp';
  return bridge;
}
