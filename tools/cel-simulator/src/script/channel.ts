/** What a row says about its channel apart from its identity; replaced as a whole at each change, so rows may keep it. */
export interface Face {
  readonly cidName: string;
  readonly cidNum: string;
  readonly cidAni: string;
  readonly cidRdnis: string;
  readonly cidDnid: string;
  readonly exten: string;
  readonly context: string;
  readonly appName: string;
  readonly appData: string;
  readonly accountCode: string;
  readonly peerAccount: string;
}

const BLANK: Face = {
  cidName: '',
  cidNum: '',
  cidAni: '',
  cidRdnis: '',
  cidDnid: '',
  exten: '',
  context: '',
  appName: '',
  appData: '',
  accountCode: '',
  peerAccount: '',
};

/** Channels that Asterisk has linked; rows carry the uniqueid of the first. */
export class Link {
  alive = 0;
  /** When the stream last wrote a row of it: LINKEDID_END must come behind all others. */
  writtenAt = 0;

  constructor(readonly oldest: Channel) {}
}

/** Numbers that channel names count with: Asterisk has one counter for each technology. */
export type Series = 'PJSIP' | 'Local' | 'CBRec';

export interface ChannelSpec {
  readonly series?: Series;
  /** The name without its number, e.g. `PJSIP/10001`. */
  readonly prefix: string;
  readonly half?: ';1' | ';2';
  /** The other half of a Local channel, when it is there already: both bear one number. */
  readonly twin?: Channel;
  readonly face: Partial<Face>;
  /** The channels that it is made for; its own link when there are none. */
  readonly link?: Link;
}

/** One channel as a script moves it. Name and uniqueid are given by the stream at its first row, as Asterisk counts in order of time. */
export class Channel {
  readonly series: Series;
  readonly prefix: string;
  readonly half: string;
  readonly twin: Channel | null;
  /** Microseconds from the beginning of the call. */
  readonly bornAt: number;
  readonly firstLink: Link;
  face: Face;
  link: Link;
  isUp = false;
  /** An application of the dialplan runs on it. */
  isRunning = false;
  /** What a called channel shows when it runs nothing: `AppDial`, `AppQueue`. */
  baseApp = '';
  /** The last dial message that it saw; its HANGUP says so. */
  dialStatus = '';
  /** Id of a recording that the PBX will say the end of. */
  recorder = '';
  name = '';
  uniqueid = '';
  /** Where its last row was written, and of which time that was. */
  writtenAt = 0;
  lastRowAt = -1;

  constructor({ series = 'PJSIP', prefix, half, twin, face, link }: ChannelSpec, bornAt: number) {
    this.series = series;
    this.prefix = prefix;
    this.half = half ?? '';
    this.twin = twin ?? null;
    this.bornAt = bornAt;
    this.face = { ...BLANK, ...face };
    this.firstLink = link ?? new Link(this);
    this.link = this.firstLink;
  }

  change(face: Partial<Face>): void {
    this.face = { ...this.face, ...face };
  }

  /** From now on it is a called channel of `AppDial` or `AppQueue`. */
  isCalledBy(app: string): void {
    this.baseApp = app;
    this.change({ appName: app, appData: '(Outgoing Line)' });
  }
}
