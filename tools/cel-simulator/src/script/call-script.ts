import type { Dice } from '../dice.js';
import type { Dialplan } from '../pbx/dialplan.js';
import type { Department, User } from '../pbx/directory.js';
import { Bridge } from './bridge.js';
import type { ChannelSpec, Link } from './channel.js';
import { Channel } from './channel.js';
import type { Extra, PlannedCel, PlannedTruth, Told } from './planned.js';

export interface Details {
  readonly userDefType?: string;
  readonly peers?: readonly Channel[];
  readonly extra?: Extra;
}

export interface HangUp {
  /** Q.850. */
  readonly cause?: number;
  /** Who hung up: a channel, or `dialplan/builtin`. */
  readonly by?: Channel | string;
}

/** Users of one department, each of them somebody else. */
export type People = readonly [User, User, User, User, User, User];

const NOBODY: readonly Channel[] = [];

/** One call being played: what is done to its channels becomes rows, with the microseconds that Asterisk needs in between. */
export class CallScript {
  readonly rows: PlannedCel[] = [];
  readonly truths: PlannedTruth[] = [];
  readonly people: People;
  /** Microseconds from the beginning of the call. */
  now = 0;

  constructor(
    readonly dice: Dice,
    readonly pbx: Dialplan,
    /** Where it plays. */
    readonly department: Department,
    /** How long people talk on average. */
    readonly talkSeconds: number,
  ) {
    this.people = dice.shuffled(department.users) as unknown as People;
  }

  lapse(seconds: number): void {
    this.now += Math.round(seconds * 1_000_000);
  }

  /** The moment that Asterisk needs for the next step. */
  tick(most = 350): void {
    this.now += this.dice.whole(40, most);
  }

  /** Seconds since a moment, to the hundredth. */
  since(moment: number): number {
    return Math.round((this.now - moment) / 10_000) / 100;
  }

  log(channel: Channel, eventType: string, { userDefType = '', peers = NOBODY, extra }: Details = {}): void {
    if (!this.pbx.logs(eventType, channel.face.appName)) return;
    const { face, link } = channel;
    this.rows.push({ at: this.now, eventType, userDefType, channel, face, link, peers, extra: extra ?? null });
  }

  start(spec: ChannelSpec): Channel {
    if (this.rows.length > 0) this.tick();
    const channel = new Channel(spec, this.now);
    channel.link.alive++;
    this.log(channel, 'CHAN_START');
    return channel;
  }

  answer(channel: Channel): void {
    if (channel.isUp) return;
    channel.isUp = true;
    this.tick();
    this.log(channel, 'ANSWER');
  }

  /** Asterisk says nothing when one Dial follows another. */
  app(channel: Channel, appName: string, appData: string): void {
    if (channel.isRunning && channel.face.appName === appName) {
      channel.change({ appData });
      return;
    }
    if (channel.isRunning) this.appEnds(channel);
    else this.tick();
    channel.isRunning = true;
    channel.change({ appName, appData });
    this.log(channel, 'APP_START');
  }

  appEnds(channel: Channel): void {
    this.tick();
    if (!channel.isRunning) return;
    this.log(channel, 'APP_END');
    channel.isRunning = false;
    channel.change({ appName: channel.baseApp, appData: channel.baseApp === '' ? '' : '(Outgoing Line)' });
  }

  hangUp(channel: Channel, { cause = 16, by = '' }: HangUp = {}): void {
    const { dialStatus, recorder } = channel;
    if (recorder !== '') this.log(channel, 'MIXMONITOR_STOP', { extra: () => `{"mixmonitor_id":"${recorder}"}` });
    this.appEnds(channel);
    this.log(channel, 'HANGUP', {
      extra: (names) => {
        const source = typeof by === 'string' ? by : names.name(by);
        return `{"hangupcause":${cause},"hangupsource":"${source}","dialstatus":"${dialStatus}"}`;
      },
    });
    this.log(channel, 'CHAN_END');
    this.#leaves(channel);
  }

  /** Its rows carry another linkedid from now on; the old one ends when nobody is left in it. */
  relink(channel: Channel, link: Link): void {
    if (channel.link === link) return;
    this.#leaves(channel);
    channel.link = link;
    link.alive++;
  }

  bridge(technology = 'simple_bridge'): Bridge {
    return new Bridge(this.dice.uuid(), technology);
  }

  enter(bridge: Bridge, channel: Channel): void {
    this.tick();
    bridge.members.push(channel);
    this.log(channel, 'BRIDGE_ENTER', { peers: bridge.others(channel), extra: bridge.extra });
  }

  exit(bridge: Bridge, channel: Channel): void {
    this.tick();
    bridge.members.splice(bridge.members.indexOf(channel), 1);
    this.log(channel, 'BRIDGE_EXIT', { peers: [...bridge.members], extra: bridge.extra });
  }

  /** What happens at once happens in any order. */
  inAnyOrder(...steps: readonly (() => void)[]): void {
    for (const step of this.dice.shuffled(steps)) step();
  }

  truth(caller: Channel, told: Told): void {
    this.truths.push({ caller, endedAt: this.now, told });
  }

  #leaves(channel: Channel): void {
    channel.link.alive--;
    if (channel.link.alive === 0) this.log(channel, 'LINKEDID_END');
  }
}
