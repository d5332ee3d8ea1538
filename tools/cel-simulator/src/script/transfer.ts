import type { User } from '../pbx/directory.js';
import type { Bridge } from './bridge.js';
import type { CallScript } from './call-script.js';
import type { Caller } from './callers.js';
import { userCalls } from './callers.js';
import type { Channel } from './channel.js';
import { dialUser } from './dial.js';
import type { Names } from './planned.js';
import { musicBegins, musicEnds } from './sounds.js';
import { connect, ring } from './talk.js';

/** A phone sends the other party elsewhere and is gone. Gives the party, which the dialplan has now. */
export function blindTransfer(call: CallScript, bridge: Bridge, by: Channel, exten: string): Channel {
  const transferee = bridge.others(by)[0] as Channel;
  announceBlindTransfer(call, bridge, by, exten, () => {
    transferee.change({ exten, context: call.department.tenant.context });
    call.inAnyOrder(
      () => call.exit(bridge, by),
      () => call.exit(bridge, transferee),
    );
  });
  if (transferee.isRunning) call.appEnds(transferee);
  call.hangUp(by);
  return transferee;
}

/** The announcement comes before what it announces, or after it. */
export function announceBlindTransfer(call: CallScript, bridge: Bridge, by: Channel, exten: string, effects: () => void): void {
  const transferee = bridge.others(by)[0] as Channel;
  const { context } = call.department.tenant;
  bridge.technology = 'simple_bridge';
  const extra = (names: Names): string =>
    `{"extension":"${exten}","context":"${context}","bridge_id":"${bridge.id}",` +
    `"transferee_channel_name":"${names.name(transferee)}","transferee_channel_uniqueid":"${names.uniqueid(transferee)}"}`;
  call.tick();
  call.inAnyOrder(() => call.log(by, 'BLINDTRANSFER', { extra }), effects);
}

/** A second call of the one who wants to transfer. */
export interface Consult {
  readonly caller: Caller;
  readonly callee: Channel;
}

/** Somebody puts the other party on hold and calls a colleague, whose phone rings. */
export function consult(call: CallScript, held: Channel, by: User, colleague: User): Consult {
  musicBegins(call, held);
  const caller = userCalls(call, by, colleague.number);
  return { caller, callee: dialUser(call, caller.channel, colleague) };
}

/** The colleague answers the consultation. */
export function consultAnswers(call: CallScript, { caller, callee }: Consult): Bridge {
  ring(call);
  return connect(call, { caller: caller.channel, callee });
}

export interface Joining {
  readonly first: Bridge;
  /** The channel of the transferer in the first bridge. */
  readonly by: Channel;
  readonly second: Bridge;
  readonly consult: Consult;
}

/** The transferer joins the two calls: the held party moves to the colleague's bridge, and both of the transferer's channels end. */
export function attendedTransfer(call: CallScript, { first, by, second, consult: { caller, callee } }: Joining): void {
  const transferee = first.others(by)[0] as Channel;
  const extra = (names: Names): string =>
    `{"bridge1_id":"${first.id}",${channelJson(names, 'channel2', caller.channel)},"bridge2_id":"${second.id}",` +
    `${channelJson(names, 'transferee_channel', transferee)},${channelJson(names, 'transfer_target_channel', callee)}}`;
  const hearsLonger = call.dice.chance(0.3);
  if (!hearsLonger) musicEnds(call, transferee);
  call.exit(first, transferee);
  call.exit(second, caller.channel);
  call.enter(second, transferee);
  if (hearsLonger) musicEnds(call, transferee);
  call.relink(callee, transferee.link);
  call.inAnyOrder(
    () => call.exit(first, by),
    () => call.log(by, 'ATTENDEDTRANSFER', { extra }),
  );
  call.inAnyOrder(
    () => call.hangUp(by),
    () => call.hangUp(caller.channel),
  );
}

/** The second call is not in a bridge but runs an application, so the transfer names that. */
export function announceTransferToApp(call: CallScript, first: Bridge, by: Channel, second: Channel, app: string): void {
  const transferee = first.others(by)[0] as Channel;
  call.tick();
  call.log(by, 'ATTENDEDTRANSFER', {
    extra: (names) =>
      `{"bridge1_id":"${first.id}",${channelJson(names, 'channel2', second)},"app":"${app}",` +
      `${channelJson(names, 'transferee_channel', transferee)},"transfer_target_channel_name":"N/A","transfer_target_channel_uniqueid":"N/A"}`,
  });
}

export function channelJson(names: Names, key: string, channel: Channel): string {
  return `"${key}_name":"${names.name(channel)}","${key}_uniqueid":"${names.uniqueid(channel)}"`;
}
