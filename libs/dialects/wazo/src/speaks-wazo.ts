import type { Cel } from '@callstitch/domain';
import { eventName } from './event-name.js';

/** Whether rows come from a Wazo system: its dialplan writes events of its own. */
export function speaksWazo(cels: readonly Cel[]): boolean {
  return cels.some((cel) => /^(?:WAZO|XIVO)_/.test(eventName(cel)));
}
