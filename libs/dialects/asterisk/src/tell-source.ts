import type { CallSource } from '@callstitch/domain';
import { displayName } from './party.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

/** Who called: the person behind the first channel, or what the phone system gave as caller id when it called by itself. */
export function tellSource({ caller, parties }: Scene): Told<CallSource> {
  const { leg, kind, rule, cels } = caller;
  if (kind === 'pbx') {
    const shown = leg.reidentified ?? leg.identified ?? leg.first;
    const value = {
      name: displayName(shown.cidName),
      number: shown.cidNum,
      context: null,
      channel: null,
      internalNumber: null,
      internalContext: null,
      line: null,
      userUuid: null,
    };
    return { value, rule, cels: celsOf(...cels, shown) };
  }
  const { number, name, side, entry, cels: because } = parties.of(leg);
  const context = leg.start?.context ?? leg.first.context;
  const value = {
    name,
    number,
    context: context === '' ? null : context,
    channel: leg.channelName,
    internalNumber: side.outside ? null : number,
    internalContext: side.outside ? null : (entry?.context ?? (context === '' ? null : context)),
    line: side.outside ? null : `${leg.technology}/${leg.endpoint}`,
    userUuid: entry?.userUuid ?? null,
  };
  return { value, rule: kind === 'dialled' ? parties.of(leg).rule : rule, cels: celsOf(...cels, ...because) };
}
