import type { Bridge } from './bridge.js';
import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';
import { musicBegins, play, press } from './sounds.js';
import { announceBlindTransfer } from './transfer.js';

export interface Parked {
  readonly lot: string;
  readonly space: string;
  /** The bridge of all parked calls; only its own stay matters here. */
  readonly stay: Bridge;
}

/** A phone parks the other party, by a transfer to 700 or by *7, hears the digits of the space and is gone; who has no patience hears only the first. */
export function park(call: CallScript, bridge: Bridge, by: Channel, patience = 1): Parked {
  const parkee = bridge.others(by)[0] as Channel;
  const lot = call.department.tenant.name;
  const space = `7${String(call.dice.whole(1, 40)).padStart(2, '0')}`;
  const stay = call.bridge('holding_bridge');
  const goes = (): void => {
    call.exit(bridge, parkee);
    call.tick();
    call.log(parkee, 'PARK_START', { extra: () => `{"parker_dial_string":"${by.prefix}","parking_lot":"${lot}"}` });
    call.enter(stay, parkee);
    musicBegins(call, parkee);
  };
  if (call.dice.chance(0.6)) announceBlindTransfer(call, bridge, by, '700', goes);
  else {
    press(call, by, '*7');
    call.lapse(0.1);
    goes();
  }
  const waits = call.dice.chance(patience);
  for (const digit of waits ? space : '7') play(call, by, `digits/${digit}`, 0.88);
  call.exit(bridge, by);
  call.hangUp(by, waits ? {} : { by });
  return { lot, space, stay };
}
