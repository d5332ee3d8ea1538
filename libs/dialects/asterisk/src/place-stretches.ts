import type { AppRun, Leg } from '@callstitch/correlation';
import type { Instant, SegmentEnd, SegmentKind } from '@callstitch/domain';
import { onBehalfOf } from './rung-from.js';
import type { Scene } from './scene.js';
import type { Place, Stretch } from './stretch.js';
import { SAME_MOMENT, atOnce } from './stretch.js';

/** Where an application puts its channel; applications that only prepare something are not here. */
type PlaceOf = (run: AppRun, scene: Scene) => { readonly kind: SegmentKind; readonly place: Place; readonly label: string };

function firstArgument({ data }: AppRun): string {
  const comma = data.indexOf(',');
  return comma < 0 ? data : data.slice(0, comma);
}

/** `1002@default` or `1002@default&1003@default`, without a mailbox the caller's own number. */
function mailbox(run: AppRun, scene: Scene): string {
  const [first = ''] = firstArgument(run).split('&', 1);
  const number = first.split('@', 1)[0] as string;
  return number === '' ? scene.parties.of(onBehalfOf(run.leg)).number : number;
}

/** The extension, or the context where the extension is only the start `s` or a step of a menu. */
function menuNumber({ start }: AppRun): string {
  return /^(s|i|t|h|o|a|e)?$/.test(start.exten) ? start.context : start.exten;
}

const voicemail: PlaceOf = (run, scene) => {
  const number = mailbox(run, scene);
  return {
    kind: 'voicemail',
    place: { kind: 'voicemail', number, context: run.start.context, details: { mailbox: firstArgument(run) } },
    label: `voicemail ${number}`,
  };
};

const queue: PlaceOf = (run) => {
  const name = firstArgument(run);
  const number = /^s?$/.test(run.start.exten) ? name : run.start.exten;
  return {
    kind: 'queue',
    place: { kind: 'queue', number, context: run.start.context, details: { queueName: name } },
    label: `queue ${number}`,
  };
};

function menu(kind: 'ivr' | 'announcement'): PlaceOf {
  return (run) => {
    const number = menuNumber(run);
    const label = kind === 'announcement' ? kind : number === 'ivr' ? number : `ivr ${number}`;
    return { kind, place: { kind: 'ivr', number, context: run.start.context, details: {} }, label };
  };
}

const spy: PlaceOf = (run) => {
  const spied = firstArgument(run).replace(/^[^/]*\//, '');
  return {
    kind: 'spy',
    place: { kind: 'ivr', number: run.start.exten, context: run.start.context, details: spied === '' ? {} : { spied } },
    label: spied === '' ? 'spy' : `spy ${spied}`,
  };
};

const PLACES: ReadonlyMap<string, PlaceOf> = new Map([
  ['voicemail', voicemail],
  ['voicemailmain', voicemail],
  ['minivmrecord', voicemail],
  ['queue', queue],
  ['background', menu('ivr')],
  ['waitexten', menu('ivr')],
  ['read', menu('ivr')],
  ['directory', menu('ivr')],
  ['disa', menu('ivr')],
  ['playback', menu('announcement')],
  ['controlplayback', menu('announcement')],
  ['sayunixtime', menu('announcement')],
  ['saydigits', menu('announcement')],
  ['saynumber', menu('announcement')],
  ['echo', menu('ivr')],
  ['milliwatt', menu('announcement')],
  ['musiconhold', menu('announcement')],
  ['chanspy', spy],
  ['extenspy', spy],
]);

function endOfRun(run: AppRun, until: Instant): SegmentEnd {
  const { leg } = run;
  if (leg.hangup === null && leg.end === null && leg.last.eventTime === until) return 'cut';
  if (leg.hangup !== null && leg.hangup.eventTime - until <= 1_000) return 'hangup';
  return 'finished';
}

/** A queue's caller waits until an agent is heard. */
function answeredInQueue(run: AppRun, { hearings }: Scene): Instant | null {
  const waiting = onBehalfOf(run.leg);
  const hearing = hearings.find(({ legs, from }) => from >= run.from && from < run.until && legs.includes(waiting) && legs.length > 1);
  return hearing?.from ?? null;
}

/** A menu plays, waits and plays again: runs of one kind in one place are one stretch. */
function continues(before: Stretch | undefined, kind: SegmentKind, label: string, run: AppRun, leg: Leg): boolean {
  return (
    before !== undefined &&
    before.kind === kind &&
    before.legs.includes(leg) &&
    before.parties.includes(label) &&
    run.from - before.until <= SAME_MOMENT
  );
}

/** Where callers were other than with people: queues, mailboxes, menus, announcements, and who listened in. */
export function placeStretches(scene: Scene): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const channel of scene.replay.legs) {
    for (const run of channel.runs) {
      const placeOf = PLACES.get(run.app);
      if (placeOf === undefined) continue;
      const leg = onBehalfOf(run.leg);
      const { kind, place, label } = placeOf(run, scene);
      const answeredAt = kind === 'queue' ? answeredInQueue(run, scene) : null;
      const until = answeredAt ?? run.until;
      const endedBy = answeredAt !== null ? 'answered' : kind === 'queue' ? queueEnd(run) : endOfRun(run, until);
      const before = stretches[stretches.length - 1];
      if (before !== undefined && continues(before, kind, label, run, leg)) {
        stretches[stretches.length - 1] = { ...before, until, endedBy };
        continue;
      }
      const parties = [scene.parties.of(leg).number, label];
      stretches.push({ kind, from: run.from, until, parties, endedBy, legs: [leg], place, cels: [run.start] });
    }
  }
  return stretches;
}

function queueEnd(run: AppRun): SegmentEnd {
  const { hangup } = onBehalfOf(run.leg);
  if (hangup === null) return run.leg.end === null && run.until === run.leg.last.eventTime ? 'cut' : 'no-answer';
  return atOnce(hangup.eventTime, run.until) ? 'abandoned' : 'no-answer';
}
