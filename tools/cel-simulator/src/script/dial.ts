import type { User } from '../pbx/directory.js';
import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';

/** A phone begins to ring for a channel. */
export function userRings(call: CallScript, by: Channel, user: User, app = 'AppDial'): Channel {
  const { number, name, endpoint, tenant } = user;
  const face = { cidName: name, cidNum: number, exten: 's', context: tenant.context, accountCode: tenant.accountCode };
  const channel = call.start({ prefix: endpoint, face, link: by.link });
  const { exten, cidRdnis, accountCode } = by.face;
  channel.change({ cidAni: number, exten, cidRdnis, peerAccount: accountCode });
  channel.isCalledBy(app);
  return channel;
}

/** A number outside begins to ring for a channel. */
export function outsideRings(call: CallScript, by: Channel, dialed: string): Channel {
  const { tenant } = call.department;
  const { endpoint, context, accountCode } = tenant.trunk;
  const channel = call.start({ prefix: endpoint, face: { exten: 's', context, accountCode }, link: by.link });
  const { exten, cidRdnis } = by.face;
  channel.change({ cidNum: dialed, exten, cidRdnis, accountCode: tenant.accountCode, peerAccount: tenant.accountCode });
  channel.isCalledBy('AppDial');
  return channel;
}

export interface Dialling {
  /** How long the phone may ring. */
  readonly seconds?: number;
  readonly records?: boolean;
}

/** The dialplan sends a channel to a user, whose phone rings. */
export function dialUser(call: CallScript, by: Channel, user: User, { seconds = 12, records = false }: Dialling = {}): Channel {
  call.pbx.routes(call, by, { kind: 'user', user });
  if (records) call.pbx.records(call, by);
  call.app(by, 'Dial', call.pbx.userDial(user, seconds));
  return userRings(call, by, user);
}

/** The dialplan sends a channel to a number outside, given as dialled and as the carrier gets it. */
export function dialOutside(call: CallScript, by: Channel, dialed: string, number: string): Channel {
  call.pbx.routes(call, by, { kind: 'outside', number: dialed });
  call.app(by, 'Dial', call.pbx.outsideDial(call, number, 12));
  return outsideRings(call, by, dialed);
}

/** The dialplan sends a channel to a group, whose phones ring all at once. */
export function dialGroup(call: CallScript, by: Channel, number: string, users: readonly User[], options = 'tTkKxX'): Channel[] {
  call.pbx.routes(call, by, { kind: 'group', number });
  call.app(by, 'Dial', call.pbx.groupDial(users, 30, options));
  return users.map((user) => userRings(call, by, user));
}
