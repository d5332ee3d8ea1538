import type { Cel, Instant, Linkedid, Uniqueid } from '@callstitch/domain';
import type { Kind } from '../calls/kinds.js';
import { KINDS } from '../calls/kinds.js';
import { pickKind } from '../calls/pick-kind.js';
import { playCall } from '../calls/play-call.js';
import { Dice } from '../dice.js';
import type { DialectName } from '../pbx/directory.js';
import { stockDialplan } from '../pbx/stock-dialplan.js';
import { wazoDialplan } from '../pbx/wazo-dialplan.js';
import type { Names, PlannedCall, PlannedCel, PlannedTruth, SimulatedCall } from '../script/planned.js';
import { MinHeap } from './min-heap.js';
import { Naming } from './naming.js';
import type { UnwrittenCel } from './write-order.js';
import { WriteOrder } from './write-order.js';

export interface SimulateOptions {
  /** No call begins once there are so many rows; those that have begun are played to their end. */
  readonly rows: number;
  readonly dialect: DialectName;
  readonly seed: number;
  /** On average: calls arrive by chance (Poisson). */
  readonly callsPerSecond: number;
  readonly start: Instant;
  /** How long people talk on average. */
  readonly talkSeconds: number;
  /** All kinds, unless some are chosen. */
  readonly kinds?: readonly Kind[];
  /** Hears of each conversation at its end. */
  readonly onCall?: (truth: SimulatedCall) => void;
}

interface Running {
  readonly startedAt: number;
  readonly names: Names;
  readonly call: PlannedCall;
  readonly kind: string;
  readonly run: number;
  next: number;
}

/** The rows of many calls at once, in the order in which Asterisk would write them. Only running calls are in memory. */
export function* callStream(options: SimulateOptions): Generator<Cel> {
  const { rows, dialect, seed, callsPerSecond, start, talkSeconds, kinds = KINDS, onCall } = options;
  const pbx = dialect === 'wazo' ? wazoDialplan(seed) : stockDialplan(seed);
  const arrivals = new Dice(seed, -2);
  const order = new WriteOrder(new Dice(seed, -3));
  const naming = new Naming();
  const running = new MinHeap<Running>();
  const gap = (): number => arrivals.exponential(1_000_000 / callsPerSecond);

  let planned = 0;
  let runs = 0;
  let arrivesAt = start + gap();
  for (let id = 1; ;) {
    if (planned < rows && arrivesAt <= running.least) {
      const dice = new Dice(seed, runs++);
      const kind = pickKind(kinds, dice);
      const call = playCall(kind, { pbx, dice, talkSeconds });
      const startedAt = Math.floor(arrivesAt);
      planned += call.rows.length;
      running.push(startedAt, { startedAt, names: naming.of(startedAt), call, kind: kind.name, run: runs, next: 0 });
      arrivesAt += gap();
      continue;
    }
    const now = running.least;
    for (const cel of order.until(now)) {
      cel.id = id++;
      yield cel;
    }
    const top = running.pop();
    if (top === undefined) return;
    const row = top.call.rows[top.next++]!;
    order.put(celOf(row, top), row.channel, row.link);
    const following = top.call.rows[top.next];
    if (following !== undefined) running.push(top.startedAt + following.at, top);
    else if (onCall !== undefined) for (const truth of top.call.truths) onCall(truthOf(truth, top));
  }
}

function celOf({ at, eventType, userDefType, channel, face, link, peers, extra }: PlannedCel, { startedAt, names }: Running): UnwrittenCel {
  return {
    id: 0,
    eventType,
    eventTime: (startedAt + at) as Instant,
    userDefType,
    cidName: face.cidName,
    cidNum: face.cidNum,
    cidAni: face.cidAni,
    cidRdnis: face.cidRdnis,
    cidDnid: face.cidDnid,
    exten: face.exten,
    context: face.context,
    channelName: names.name(channel),
    appName: face.appName,
    appData: face.appData,
    amaFlags: '3',
    accountCode: face.accountCode,
    peerAccount: face.peerAccount,
    uniqueid: names.uniqueid(channel) as Uniqueid,
    linkedid: names.uniqueid(link.oldest) as Linkedid,
    userfield: '',
    peer: peers.length === 0 ? '' : peers.map((peer) => names.name(peer)).join(','),
    extra: extra === null ? '' : extra(names),
  };
}

function truthOf({ caller, endedAt, told }: PlannedTruth, { startedAt, names, call, kind, run }: Running): SimulatedCall {
  const seconds = (at: number): number => Math.round((startedAt + at) / 1_000) / 1_000;
  return {
    run,
    slot: call.slot,
    scenario: kind,
    t0: seconds(caller.bornAt),
    t1: seconds(endedAt),
    ...told,
    callerUniqueid: names.uniqueid(caller),
    linkedid: names.uniqueid(caller.firstLink.oldest),
  };
}
