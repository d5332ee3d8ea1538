/** The parts of a channel's name: `PJSIP/1001-0000000c`, `Local/1003@office-00000004;2`, `DAHDI/i1/5145550100-2`. */
export interface ChannelName {
  /** Channel technology, e.g. `PJSIP`. */
  readonly technology: string;
  /** Between the technology and the serial number: an endpoint, or `exten@context` of a Local channel. */
  readonly endpoint: string;
  /** Which half of a Local channel, or null. */
  readonly half: 1 | 2 | null;
  /** Name of both halves of a Local channel without `;1` or `;2`; otherwise the whole name. */
  readonly base: string;
}

/** Channels that nobody listens on: plumbing, recorders, announcers, taps (`AST_CHAN_TP_INTERNAL`, ARI snoops, external media). */
const NOBODYS_EAR: ReadonlySet<string> = new Set([
  'Local',
  'Message',
  'Snoop',
  'UnicastRTP',
  'MulticastRTP',
  'AudioSocket',
  'WebSocket',
  'Announcer',
  'Recorder',
  'CBAnn',
  'CBRec',
  'Surrogate',
  'Bridge',
]);

/** Whether a person or a line stands behind channels of this technology. */
export function isEar(technology: string): boolean {
  return !NOBODYS_EAR.has(technology);
}

/** Takes a channel's name apart; a name of another form is its own endpoint. */
export function parseChannelName(name: string): ChannelName {
  const slash = name.indexOf('/');
  if (slash < 0) return { technology: '', endpoint: name, half: null, base: name };
  const technology = name.slice(0, slash);
  // A masquerade in progress shows as `AsyncGoto/PJSIP/1001-…` or `PJSIP/1001-…<ZOMBIE>`.
  if (technology === 'AsyncGoto') return parseChannelName(name.slice(slash + 1));
  const marked = name.indexOf('<', slash);
  const plain = marked < 0 ? name : name.slice(0, marked);
  const last = plain.charCodeAt(plain.length - 1);
  const halved = plain.charCodeAt(plain.length - 2) === 59;
  const half = halved ? (last === 49 ? 1 : last === 50 ? 2 : null) : null;
  const base = half === null ? plain : plain.slice(0, -2);
  const dash = base.lastIndexOf('-');
  return { technology, endpoint: dash > slash ? base.slice(slash + 1, dash) : base.slice(slash + 1), half, base };
}
