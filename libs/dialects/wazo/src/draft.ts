import type { Cel, Direction, Evidence, Instant, Linkedid, Uniqueid } from '@callstitch/domain';
import type { AnnouncedUsers } from './announced-users.js';
import { ChannelTable } from './channel-table.js';
import { eventName } from './event-name.js';

/** What the events of a Wazo system say about a call; null is "nobody said". */
export interface Findings {
  startedAt: Instant | null;
  answeredAt: Instant | null;
  endedAt: Instant | null;
  direction: Direction;
  tenantUuid: string | null;
  sourceName: string | null;
  sourceNumber: string | null;
  sourceInternalName: string | null;
  sourceInternalNumber: string | null;
  sourceInternalContext: string | null;
  sourceLine: string | null;
  requestedName: string | null;
  requestedNumber: string | null;
  requestedContext: string | null;
  requestedInternalNumber: string | null;
  requestedInternalContext: string | null;
  destinationName: string | null;
  destinationNumber: string | null;
  destinationInternalNumber: string | null;
  destinationInternalContext: string | null;
  destinationLine: string | null;
  destinationDetails: Readonly<Record<string, string>>;
  userField: string | null;
  blocked: boolean;
  reachedVoicemail: boolean;
}

/** Which rows are being read. */
export type Pass = 'caller' | 'callee' | 'originate' | 'directory';

/** A call while its events are read: findings with their reasons, and what later events depend on. */
export class Draft {
  readonly found: Findings = {
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    direction: 'internal',
    tenantUuid: null,
    sourceName: null,
    sourceNumber: null,
    sourceInternalName: null,
    sourceInternalNumber: null,
    sourceInternalContext: null,
    sourceLine: null,
    requestedName: null,
    requestedNumber: null,
    requestedContext: null,
    requestedInternalNumber: null,
    requestedInternalContext: null,
    destinationName: null,
    destinationNumber: null,
    destinationInternalNumber: null,
    destinationInternalContext: null,
    destinationLine: null,
    destinationDetails: {},
    userField: null,
    blocked: false,
    reachedVoicemail: false,
  };
  readonly channels = new ChannelTable();
  readonly announced: AnnouncedUsers = new Map();
  pass: Pass = 'caller';
  /** Kind of the first destination that was announced. */
  requestedType: string | null = null;
  /** A destination was announced; devices that ring do not rename it. */
  authoritative = false;
  /** The call was forwarded, or sent on by its caller: who answers may rename the destination after all. */
  forwarded = false;
  firstForwardIsDue = true;
  firstBridgeIsDue = true;
  readonly mobilesAwaited = new Set<string>();
  readonly callerIdsAtStart = new Map<Uniqueid, Pick<Cel, 'cidName' | 'cidNum'>>();
  readonly hiddenNumbers = new Set(['s']);
  mailbox: { readonly number: string | null; readonly context: string | null } | null = null;
  /** When the caller left the others to themselves. */
  callerLeftAt: Instant | null = null;
  /** The device that was reached last. */
  lastDeviceInBridge: Cel | null = null;
  /** Under which linkedid each device entered a bridge last. */
  readonly linkedidsInBridge = new Map<Uniqueid, Linkedid>();
  readonly #reasons = new Map<keyof Findings, Reason>();

  /** Notes a finding; a later one takes its place. */
  find<Field extends keyof Findings>(field: Field, value: Findings[Field], cel: Cel): void {
    this.found[field] = value;
    this.#reasons.set(field, { pass: this.pass, cel });
  }

  /** A number as people may see it: those of the dialplan's own doings are empty. */
  shown(number: string): string {
    return this.hiddenNumbers.has(number) ? '' : number;
  }

  /** Which event set which field, in the words of the call log. */
  evidence(): readonly Evidence[] {
    return [...this.#reasons].map(([field, { pass, cel }]) => ({ field: FIELDS[field], rule: ruleName(pass, cel), cels: [cel] }));
  }
}

interface Reason {
  readonly pass: Pass;
  readonly cel: Cel;
}

const names = new Map<string, string>();

/** `caller-chan-start`: which rows were read, and the event that said it. */
function ruleName(pass: Pass, cel: Cel): string {
  const event = eventName(cel);
  let name = names.get(event);
  if (name === undefined) {
    name = event.toLowerCase().replaceAll('_', '-');
    names.set(event, name);
  }
  return `${pass}-${name}`;
}

const FIELDS: Readonly<Record<keyof Findings, string>> = {
  startedAt: 'startedAt',
  answeredAt: 'answeredAt',
  endedAt: 'endedAt',
  direction: 'direction',
  tenantUuid: 'tenantUuid',
  sourceName: 'source.name',
  sourceNumber: 'source.number',
  sourceInternalName: 'sourceInternalName',
  sourceInternalNumber: 'source.internalNumber',
  sourceInternalContext: 'source.internalContext',
  sourceLine: 'source.line',
  requestedName: 'requested.name',
  requestedNumber: 'requested.number',
  requestedContext: 'requested.context',
  requestedInternalNumber: 'requested.internalNumber',
  requestedInternalContext: 'requested.internalContext',
  destinationName: 'destination.name',
  destinationNumber: 'destination.number',
  destinationInternalNumber: 'destination.internalNumber',
  destinationInternalContext: 'destination.internalContext',
  destinationLine: 'destination.line',
  destinationDetails: 'destination.details',
  userField: 'userField',
  blocked: 'status',
  reachedVoicemail: 'reachedVoicemail',
};
