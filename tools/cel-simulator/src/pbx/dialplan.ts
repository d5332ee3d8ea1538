import type { CallScript } from '../script/call-script.js';
import type { Channel } from '../script/channel.js';
import type { Departments, User } from './directory.js';

/** Where a channel is sent to. */
export type Target =
  | { readonly kind: 'user'; readonly user: User }
  /** As dialled, with the prefix for outside calls. */
  | { readonly kind: 'outside'; readonly number: string }
  | { readonly kind: 'group' | 'queue' | 'conference' | 'code' | 'voicemail'; readonly number: string }
  | { readonly kind: 'menu' };

/** What one telephone system does with calls, and what its `cel.conf` logs of them. */
export interface Dialplan {
  readonly departments: Departments;
  logs(eventType: string, appName: string): boolean;
  /** What the carrier sends for one of our numbers. */
  did(number: string): string;
  /** What a phone dials to reach a number outside. */
  outside(number: string): string;
  /** What an incoming call runs first. */
  receives(call: CallScript, channel: Channel): void;
  routes(call: CallScript, channel: Channel, target: Target): void;
  /** The application data of a Dial to the phones of one user. */
  userDial(user: User, seconds: number, contacts?: number): string;
  /** The application data of a Dial to several users. */
  groupDial(users: readonly User[], seconds: number, options: string): string;
  outsideDial(call: CallScript, number: string, seconds: number): string;
  queueData(call: CallScript, queue: string, seconds: number): string;
  records(call: CallScript, channel: Channel, options?: string): void;
  /** A user did not take the call, so it goes elsewhere. */
  forwards(call: CallScript, channel: Channel, user: User): void;
}
