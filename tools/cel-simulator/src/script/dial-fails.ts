import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';

export interface FailedDial {
  readonly caller: Channel;
  readonly phones: readonly Channel[];
  /** Why the phones did not answer, Q.850; 0 when Dial gave up. */
  readonly cause: number;
  readonly dialStatus: string;
  /** What the dialplan does then. */
  readonly app: readonly [name: string, data: string];
  /** How the caller's channel ends, when it is not as the application says. */
  readonly callerCause?: number;
}

const CAUSES: Readonly<Record<string, number>> = { Busy: 17, Congestion: 34 };

/** A Dial ends without an answer: the phones hang up, and the Dial of the caller ends. */
export function stopsRinging(call: CallScript, { caller, phones, cause, dialStatus }: Omit<FailedDial, 'app'>): void {
  caller.dialStatus = dialStatus;
  call.inAnyOrder(() => call.appEnds(caller), ...phones.map((phone) => () => call.hangUp(phone, { cause, by: cause === 0 ? '' : phone })));
}

/** Nobody answers, and the dialplan ends the call. */
export function dialFails(call: CallScript, failed: FailedDial): void {
  const { caller, app } = failed;
  stopsRinging(call, failed);
  call.app(caller, ...app);
  const cause = failed.callerCause ?? CAUSES[app[0]] ?? failed.cause;
  call.hangUp(caller, { cause, by: app[0] === 'Hangup' ? 'dialplan/builtin' : caller });
}
