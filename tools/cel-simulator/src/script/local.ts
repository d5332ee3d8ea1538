import type { User } from '../pbx/directory.js';
import type { Bridge } from './bridge.js';
import type { CallScript, HangUp } from './call-script.js';
import type { Channel } from './channel.js';
import { dialOutside, dialUser } from './dial.js';

/** A Local channel on its way to somebody: `one` faces the caller, `two` runs the dialplan. */
export interface LocalCall {
  readonly by: Channel;
  readonly one: Channel;
  readonly two: Channel;
  /** The phone that `two` lets ring. */
  readonly callee: Channel;
}

interface Half {
  readonly one: Channel;
  readonly two: Channel;
}

/** Both halves of a Local channel to a number begin. */
export function localPair(call: CallScript, by: Channel, number: string, app = 'AppDial'): Half {
  const { context } = call.department.tenant;
  const spec = { series: 'Local', prefix: `Local/${number}@${context}`, face: { exten: number, context }, link: by.link } as const;
  const one = call.start({ ...spec, half: ';1' });
  const two = call.start({ ...spec, half: ';2', twin: one });
  const { cidName, cidNum, cidRdnis, accountCode } = by.face;
  two.change({ cidName, cidNum, cidAni: cidNum, cidRdnis, accountCode, peerAccount: app === 'AppQueue' ? '' : accountCode });
  return { one, two };
}

/** The second half reaches a user, whose phone rings. */
export function localRings(call: CallScript, by: Channel, { one, two }: Half, user: User): LocalCall {
  return { by, one, two, callee: dialUser(call, two, user) };
}

/** The second half reaches a number outside. */
export function localRingsOutside(call: CallScript, by: Channel, { one, two }: Half, dialed: string, number: string): LocalCall {
  return { by, one, two, callee: dialOutside(call, two, dialed, number) };
}

/** The first half takes the face of whom the second one reached. */
function showsCallee({ by, one, callee }: LocalCall, app: string): void {
  const { cidName, cidNum } = callee.face;
  const { exten, cidRdnis, accountCode } = by.face;
  one.change({ cidName, cidNum, cidRdnis, exten, accountCode: app === 'AppQueue' ? '' : accountCode, peerAccount: accountCode });
  one.isCalledBy(app);
}

export interface Bridged {
  /** The first half and its caller. */
  readonly near: Bridge;
  /** The second half and the phone. */
  readonly far: Bridge;
}

/** A phone behind a Local channel answers, and so does everybody up to the caller. */
export function localAnswers(call: CallScript, local: LocalCall, losers: readonly LocalCall[] = [], app = 'AppDial'): Bridged {
  const { by, one, two, callee } = local;
  call.answer(callee);
  call.answer(two);
  two.dialStatus = 'ANSWER';
  by.dialStatus = 'ANSWER';
  showsCallee(local, app);
  const [near, far] = [call.bridge(), call.bridge()];
  callee.change({ exten: '' });
  call.inAnyOrder(
    () => {
      call.answer(one);
      call.answer(by);
    },
    () => {
      call.enter(far, callee);
      two.change({ peerAccount: callee.face.accountCode });
      call.enter(far, two);
    },
  );
  localsLose(call, losers, app);
  if (app === 'AppDial') one.change({ exten: '' });
  call.enter(near, one);
  by.change({ peerAccount: one.face.accountCode });
  call.enter(near, by);
  return { near, far };
}

/** Somebody else answered: all three channels of each other Local call hang up. */
function localsLose(call: CallScript, losers: readonly LocalCall[], app: string): void {
  const channels = losers.flatMap((local) => {
    showsCallee(local, app);
    local.two.dialStatus = 'CANCEL';
    return [local.one, local.two, local.callee];
  });
  call.inAnyOrder(...channels.map((channel) => () => call.hangUp(channel, { cause: 26 })));
}

/** Asterisk takes the Local channel out of the way; who of the two phones moves is a race. Gives the bridge that stays; `first` says how the first half ends. */
export function optimise(call: CallScript, { by, one, two, callee }: LocalCall, { near, far }: Bridged, first: HangUp = {}): Bridge {
  const extra = { extra: twoAsJson(two) };
  call.lapse(call.dice.between(0.02, 0.4));
  call.log(one, 'LOCAL_OPTIMIZE_BEGIN', extra);
  const [mover, from, moverPeer, into, intoPeer] = call.dice.chance(0.6)
    ? ([callee, far, two, near, one] as const)
    : ([by, near, one, far, two] as const);
  call.exit(from, mover);
  call.exit(into, intoPeer);
  call.enter(into, mover);
  call.tick();
  call.log(one, 'LOCAL_OPTIMIZE', extra);
  call.exit(from, moverPeer);
  call.inAnyOrder(
    () => call.hangUp(one, first),
    () => call.hangUp(two),
  );
  into.technology = 'native_rtp';
  return into;
}

function twoAsJson(two: Channel) {
  return (names: { name(channel: Channel): string; uniqueid(channel: Channel): string }): string =>
    `{"local_two":"${names.name(two)}","local_two_uniqueid":"${names.uniqueid(two)}"}`;
}

/** Somebody hangs up while a Local channel is still between them: the end runs through it from one to the other. */
export function partThroughLocal(call: CallScript, { by, one, two, callee }: LocalCall, { near, far }: Bridged, who: Channel): void {
  const [first, second] =
    who === callee
      ? ([
          [far, callee, two],
          [near, one, by],
        ] as const)
      : ([
          [near, by, one],
          [far, two, callee],
        ] as const);
  for (const [bridge, ...members] of [first, second]) {
    const source = bridge === first[0] ? who : '';
    for (const member of members) call.exit(bridge, member);
    call.inAnyOrder(...members.map((member) => () => call.hangUp(member, { by: source })));
  }
}
