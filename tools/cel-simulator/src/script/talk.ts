import type { Bridge } from './bridge.js';
import type { CallScript, HangUp } from './call-script.js';
import type { Channel } from './channel.js';

/** A phone rings for a while, shorter than any Dial waits. */
export function ring(call: CallScript): void {
  call.lapse(1 + Math.min(call.dice.exponential(4), 10));
}

/** People talk; at least long enough to notice. */
export function talk(call: CallScript, share = 1): void {
  const mean = call.talkSeconds * share;
  call.lapse(1.5 + Math.min(call.dice.exponential(mean), 20 * mean));
}

/** Somebody waits, types or thinks for a moment. */
export function pause(call: CallScript, most = 3): void {
  call.lapse(call.dice.between(0.6, most));
}

export interface Answering {
  readonly caller: Channel;
  readonly callee: Channel;
  /** Phones that rang with it, in vain. */
  readonly losers?: readonly Channel[];
  /** Somebody listens in, so the phones cannot be connected directly. */
  readonly isHeard?: boolean;
}

/** Somebody answers, and the two are put into a bridge. */
export function connect(call: CallScript, { caller, callee, losers = [], isHeard = false }: Answering): Bridge {
  call.answer(callee);
  if (callee.face.exten === 's' && callee.baseApp === 'AppDial') call.lapse(0.01);
  const lose = losers.map((loser) => () => {
    call.hangUp(loser, { cause: 26 });
  });
  call.inAnyOrder(
    () => {
      call.answer(caller);
    },
    ...lose,
  );
  caller.dialStatus = 'ANSWER';
  const bridge = call.bridge();
  if (callee.baseApp === 'AppDial') callee.change({ exten: '' });
  call.enter(bridge, callee);
  caller.change({ peerAccount: callee.face.accountCode });
  call.enter(bridge, caller);
  if (!isHeard) bridge.technology = 'native_rtp';
  return bridge;
}

/** One of them hangs up, and both are gone. */
export function part(call: CallScript, bridge: Bridge, by: HangUp['by']): void {
  const members = [...bridge.members];
  call.inAnyOrder(...members.map((member) => () => call.exit(bridge, member)));
  call.inAnyOrder(...members.map((member) => () => call.hangUp(member, by === undefined ? {} : { by })));
}
