import type { Leg, Replay } from '@callstitch/correlation';
import { targetOf } from '@callstitch/correlation';
import type { Cel, DirectoryEntry } from '@callstitch/domain';
import type { LineDirectory } from './options.js';
import type { LineSide, OutsideLines } from './outside-lines.js';

/** Who stands behind a leg. */
export interface Party {
  readonly number: string;
  readonly name: string;
  readonly side: LineSide;
  readonly entry: DirectoryEntry | null;
  /** The rule that gave the number. */
  readonly rule: string;
  readonly cels: readonly Cel[];
}

/** Undoes the escapes of a quoted SIP display name, which Asterisk logs as received. */
export function displayName(cidName: string): string {
  return cidName.includes('\\') ? cidName.replace(/\\(["\\])/g, '$1') : cidName;
}

const EXTENSION = /^\d{2,6}$/;

function nameFor(leg: Leg, number: string): string {
  const start = leg.start ?? leg.first;
  if (start.cidNum === number || start.cidNum === '') return displayName(start.cidName);
  // The caller id of a called phone may be what the originator set; only a name beside its own number is its name.
  return leg.identified !== null && leg.identified.cidNum === number ? displayName(leg.identified.cidName) : '';
}

function outsideParty(leg: Leg, side: LineSide): Party {
  if (leg.rungBy !== null) {
    const target = targetOf(leg.rungBy, leg);
    if (target !== null && target.number !== '') {
      return { number: target.number, name: '', side, entry: null, rule: 'number-sent-to-the-trunk', cels: [leg.rungBy.start] };
    }
  }
  const cel = leg.start !== null && leg.start.cidNum !== '' ? leg.start : (leg.identified ?? leg.first);
  return { number: cel.cidNum, name: displayName(cel.cidName), side, entry: null, rule: 'caller-id', cels: [cel] };
}

function insideParty(leg: Leg, side: LineSide, directory: LineDirectory | null): Party {
  const entry = directory?.byEndpoint(leg.endpoint) ?? null;
  if (entry !== null) return { number: entry.number, name: entry.name, side, entry, rule: 'line-in-the-directory', cels: [leg.first] };
  if (EXTENSION.test(leg.endpoint)) {
    return {
      number: leg.endpoint,
      name: nameFor(leg, leg.endpoint),
      side,
      entry: null,
      rule: 'endpoint-named-like-an-extension',
      cels: [leg.first],
    };
  }
  // On `CHAN_START` the caller id is the endpoint's own; later it may be what the dialplan shows to the other side.
  const cel = leg.start !== null && leg.start.cidNum !== '' ? leg.start : (leg.identified ?? leg.first);
  const number = cel.cidNum === '' ? leg.endpoint : cel.cidNum;
  const known = directory?.byNumber(number) ?? null;
  return { number, name: known?.name ?? displayName(cel.cidName), side, entry: known, rule: 'caller-id', cels: [cel] };
}

/** Tells who stands behind each leg of one conversation; each leg is looked up once. */
export class Parties {
  private readonly known = new Map<Leg, Party>();

  constructor(
    private readonly replay: Replay,
    private readonly outside: OutsideLines,
    private readonly directory: LineDirectory | null,
  ) {}

  of(leg: Leg): Party {
    let party = this.known.get(leg);
    if (party === undefined) {
      const side = this.outside(leg, this.replay);
      party = side.outside ? outsideParty(leg, side) : insideParty(leg, side, this.directory);
      this.known.set(leg, party);
    }
    return party;
  }

  /** The name that goes with a number: the directory's, else that of the first leg of that number. */
  nameOf(number: string): string {
    const entry = this.entryOf(number);
    if (entry !== null) return entry.name;
    if (number === '') return '';
    const leg = this.replay.legs.find((other) => other.ear && this.of(other).number === number && this.of(other).name !== '');
    return leg === undefined ? '' : this.of(leg).name;
  }

  entryOf(number: string): DirectoryEntry | null {
    return number === '' ? null : (this.directory?.byNumber(number) ?? null);
  }
}
