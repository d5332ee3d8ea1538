import type { AppRun, Leg, Stay } from './leg.js';
import type { AttendedTransfer, BlindTransfer, Forward, Music, Parking, Pickup, Sound } from './turn.js';

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** An application run while its rows are being played. */
export type AppRunDraft = Writable<Omit<AppRun, 'rang'>> & { rang: Leg[] };

export type StayDraft = Writable<Stay>;

/** A leg while its rows are being played. */
export type LegDraft = Writable<Omit<Leg, 'runs' | 'stays'>> & {
  runs: AppRunDraft[];
  stays: StayDraft[];
  openRun: AppRunDraft | null;
  openStay: StayDraft | null;
};

/** A replay while its rows are being played. */
export interface ReplayDraft {
  readonly legs: LegDraft[];
  readonly byUniqueid: Map<string, LegDraft>;
  readonly blindTransfers: BlindTransfer[];
  readonly attendedTransfers: AttendedTransfer[];
  readonly pickups: Pickup[];
  readonly forwards: Forward[];
  readonly parkings: Writable<Parking>[];
  readonly music: Writable<Music>[];
  readonly sounds: Sound[];
}
