import type { Cel, Instant, Uniqueid } from '@callstitch/domain';

/** One application that a channel executed: from its `APP_START` to its `APP_END`, or to the next start or hang-up. */
export interface AppRun {
  readonly leg: Leg;
  /** Application name in lower case, e.g. `dial`. */
  readonly app: string;
  /** Arguments at the start. */
  readonly data: string;
  /**
   * Arguments at the end. They differ when one `APP_START` covers several executions: Asterisk does not send it
   * again while the application's name stays the same, as in a hunt of three `Dial()` in a row.
   */
  readonly lastData: string;
  readonly start: Cel;
  readonly from: Instant;
  readonly until: Instant;
  /** Legs that this run rang, in order of their start. */
  readonly rang: readonly Leg[];
}

/** A channel's time in one bridge, `[from, until)`. */
export interface Stay {
  readonly leg: Leg;
  readonly bridgeId: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly enter: Cel | null;
  readonly exit: Cel | null;
  /** What the channel executed when it entered; tells a conference from a call. */
  readonly run: AppRun | null;
  /** Parking or another place where nobody hears anybody. */
  readonly holding: boolean;
}

/** How a channel came to be. */
export type LegOrigin =
  /** It called in and executes the dialplan. */
  | 'caller'
  /** Another channel called it. */
  | 'called'
  /** AMI, ARI, a call file or `Originate()` called it, with no channel before it. */
  | 'originated';

/** One channel's whole life. Halves of a Local channel are legs too: real channels, nobody's ear. */
export interface Leg {
  readonly uniqueid: Uniqueid;
  readonly channelName: string;
  readonly technology: string;
  readonly endpoint: string;
  readonly half: 1 | 2 | null;
  /** The other half of a Local channel. */
  readonly partner: Leg | null;
  /** A person or an outside line stands behind it. */
  readonly ear: boolean;
  readonly origin: LegOrigin;
  readonly first: Cel;
  readonly last: Cel;
  readonly start: Cel | null;
  readonly answer: Cel | null;
  readonly hangup: Cel | null;
  readonly end: Cel | null;
  /** First row that carries a caller id with a number. */
  readonly identified: Cel | null;
  /** First row after `CHAN_START` whose caller id is another one: what an originator or the dialplan set. */
  readonly reidentified: Cel | null;
  readonly runs: readonly AppRun[];
  readonly stays: readonly Stay[];
  /** The run of another leg that rang this one. */
  readonly rungBy: AppRun | null;
  /** Executed by `Originate`: the rows carry the pseudo application `AppDial2`. */
  readonly appDial2: boolean;
}
