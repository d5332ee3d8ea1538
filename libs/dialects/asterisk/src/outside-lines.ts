import type { Leg, Replay } from '@callstitch/correlation';
import { isTelephoneNumber, targetOf } from '@callstitch/correlation';
import { dialplanPattern } from './dialplan-pattern.js';
import type { AsteriskDialectOptions } from './options.js';

/** Whether a leg is an outside line, and by which rule. */
export interface LineSide {
  readonly outside: boolean;
  readonly rule: string;
}

/** Decides for the legs of one conversation which are outside lines. */
export type OutsideLines = (leg: Leg, replay: Replay) => LineSide;

/** Contexts for calls from outside by the names that distributions and handbooks give them; `from-internal` is FreePBX's inside. */
const OUTSIDE_CONTEXT =
  /(pstn|trunk|carrier|provider|gateway|inbound|incoming|external|extern\b|outside|public|(^|[-_])(did|from-sip|from-dahdi|from-digital|from-analog)\b)/i;
const INSIDE_CONTEXT = /internal|local|users?\b|phones?\b/i;

/** Endpoints that are named like an extension. */
const EXTENSION = /^\d{2,6}$/;

function trunkPattern(trunk: string): RegExp {
  const source = trunk.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return trunk.includes('/') ? new RegExp(`^${source}(-[0-9a-f]+)?$`, 'i') : new RegExp(`^[^/]+/${source}(-[0-9a-f]+)?$`, 'i');
}

const OUTSIDE = (rule: string): LineSide => ({ outside: true, rule });
const INSIDE = (rule: string): LineSide => ({ outside: false, rule });

/**
 * What a leg's own conversation shows when nothing is configured.
 *
 * Inference looks at nothing but the conversation, so that the same rows are told the same whatever stands around them.
 */
function infer(leg: Leg): LineSide {
  if (leg.rungBy !== null) {
    const target = targetOf(leg.rungBy, leg);
    if (target !== null && target.number !== '') return OUTSIDE('dialled-through-the-endpoint');
    return INSIDE('endpoint-itself-was-rung');
  }
  if (EXTENSION.test(leg.endpoint)) return INSIDE('endpoint-named-like-an-extension');
  const { cidNum, context, exten } = leg.start ?? leg.first;
  if (OUTSIDE_CONTEXT.test(context) && !INSIDE_CONTEXT.test(context)) return OUTSIDE('context-named-like-outside');
  if (cidNum !== '' && leg.endpoint.includes(cidNum)) return INSIDE('endpoint-holds-caller-id');
  if (isTelephoneNumber(cidNum)) return OUTSIDE('caller-id-is-a-telephone-number');
  if (INSIDE_CONTEXT.test(context)) return INSIDE('context-named-like-inside');
  const withheld = cidNum === '' || /^(anonymous|unknown|restricted|private)$/i.test(cidNum);
  return withheld && (exten === 's' || isTelephoneNumber(exten))
    ? OUTSIDE('caller-id-withheld-to-a-telephone-number')
    : INSIDE('nothing-points-outside');
}

/** Endpoints that some channel of the conversation shows to be outside lines. */
function outsideEndpoints({ legs }: Replay): ReadonlySet<string> {
  const endpoints = new Set<string>();
  for (const leg of legs) if (leg.ear && infer(leg).outside) endpoints.add(leg.endpoint);
  return endpoints;
}

/** Compiles the options once; throws a RangeError for a pattern that is none. */
export function outsideLines({ trunks, internal, directory }: AsteriskDialectOptions): OutsideLines {
  const patterns = [...trunks, ...(directory?.trunks ?? [])].map(trunkPattern);
  const numbers = internal.map(dialplanPattern);
  const isInternal = (text: string): boolean => text !== '' && numbers.some((number) => number.test(text));
  let latest: { readonly replay: Replay; readonly endpoints: ReadonlySet<string> } | null = null;
  return (leg, replay) => {
    if (patterns.length > 0) {
      return patterns.some((pattern) => pattern.test(leg.channelName)) ? OUTSIDE('configured-trunk') : INSIDE('not-a-configured-trunk');
    }
    if (directory !== null && directory.byEndpoint(leg.endpoint) !== null) return INSIDE('line-in-the-directory');
    if (isInternal(leg.endpoint) || (leg.rungBy === null && isInternal((leg.start ?? leg.first).cidNum))) return INSIDE('internal-pattern');
    const side = infer(leg);
    if (side.outside || side.rule !== 'endpoint-itself-was-rung') return side;
    // The same endpoint may be known as a line to the outside from another of its channels.
    if (latest?.replay !== replay) latest = { replay, endpoints: outsideEndpoints(replay) };
    return latest.endpoints.has(leg.endpoint) ? OUTSIDE('endpoint-of-an-outside-line') : side;
  };
}
