/** A channel's line as the directory knows it. */
export interface LineName {
  readonly protocol: string;
  /** The line's name: what stands between the technology and the last dash. */
  readonly name: string;
}

const LINE = /(pjsip|sip|sccp|local|dahdi|iax2)\/([\w#+|*@/-]+)-/i;

/** The line of a channel name, or null for a channel of another kind, which matches no line. */
export function lineName(channelName: string): LineName | null {
  const [, protocol, name] = LINE.exec(channelName) ?? [];
  if (protocol === undefined || name === undefined) return null;
  if (protocol.toLowerCase() !== 'pjsip') return { protocol, name };
  return { protocol: protocol === 'PJSIP' ? 'SIP' : 'sip', name };
}

/** A channel name without its serial number, in lower case; halves of a Local channel stay apart. */
export function lineIdentity(channelName: string): string {
  const dash = channelName.lastIndexOf('-');
  if (dash < 0) return channelName.toLowerCase();
  const half = channelName.startsWith('Local/') ? channelName.slice(-2) : '';
  return `${channelName.slice(0, dash)}${half}`.toLowerCase();
}

const WAKE_UP = /^Local\/(\S+)@wazo_wait_for_registration-\S+;2$/;

/** The line whose mobile app this half of a Local channel wakes, or null. */
export function wokenLine(channelName: string): string | null {
  return WAKE_UP.exec(channelName)?.[1] ?? null;
}

/** The line of a device's channel, as a woken mobile registers; or null. */
export function deviceLine(channelName: string): string | null {
  const dash = channelName.lastIndexOf('-');
  return channelName.startsWith('PJSIP/') && dash > 0 ? channelName.slice('PJSIP/'.length, dash) : null;
}
