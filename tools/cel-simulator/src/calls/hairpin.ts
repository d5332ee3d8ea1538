import type { CallScript } from '../script/call-script.js';
import { userCallsOut } from '../script/callers.js';
import { dialOutside, dialUser } from '../script/dial.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A user dials a number of ours outside, and the carrier sends the call back: two calls that nothing ties together. */
export function hairpin(call: CallScript): void {
  const [alice, bob] = call.people;
  const did = call.pbx.did(bob.number);
  const out = userCallsOut(call, alice, did);
  const remote = dialOutside(call, out.channel, out.dialed, did);
  call.lapse(0.006);
  const { endpoint, context, accountCode } = call.department.tenant.trunk;
  const number = call.pbx.did(alice.number);
  const back = call.start({ prefix: endpoint, face: { cidName: 'HAIRPIN', cidNum: number, exten: did, context, accountCode } });
  back.change({ cidAni: number, cidDnid: did });
  call.pbx.receives(call, back);
  const phone = dialUser(call, back, bob);
  ring(call);
  const inner = connect(call, { caller: back, callee: phone });
  const since = call.now;
  const outer = connect(call, { caller: out.channel, callee: remote });
  talk(call);
  const seconds = call.since(since);
  part(call, outer, out.channel);
  part(call, inner, back);
  tell(call, out, {
    by: did,
    to: ['external', did],
    legs: [leg(alice.number, did, seconds)],
    approxTalkSeconds: seconds,
    tags: ['hairpin'],
  });
  const caller = { channel: back, number, name: 'HAIRPIN', dialed: did, direction: 'inbound' } as const;
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['hairpin'],
  });
}
