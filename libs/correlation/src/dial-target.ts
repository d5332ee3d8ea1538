/** One destination of a dial string: `PJSIP/1002`, `PJSIP/4385550010@carrier`, `Local/1003@office/n`, `DAHDI/g1/5145550100`. */
export interface DialTarget {
  readonly technology: string;
  /** Endpoint, peer or group; `exten@context` for a Local channel. */
  readonly endpoint: string;
  /** What is dialled through the endpoint, or empty when the endpoint itself is rung. */
  readonly number: string;
}

const SIP_URI_USER = /^sips?:([^@;]*)@/i;

function parseTarget(text: string): DialTarget | null {
  const slash = text.indexOf('/');
  if (slash <= 0) return null;
  const technology = text.slice(0, slash);
  const resource = text.slice(slash + 1);
  const inner = resource.indexOf('/');
  const at = resource.indexOf('@');
  if (technology.toLowerCase() === 'local') {
    return { technology, endpoint: inner < 0 ? resource : resource.slice(0, inner), number: '' };
  }
  if (inner >= 0 && (at < 0 || inner < at)) {
    const rest = resource.slice(inner + 1);
    const endpoint = resource.slice(0, inner);
    const user = SIP_URI_USER.exec(rest);
    if (user !== null) {
      // A contact of a phone: `PJSIP/1002/sip:1002@192.0.2.7`. Through a trunk the user part is the number dialled.
      const number = user[1] as string;
      return { technology, endpoint, number: isTelephoneNumber(number) && number !== endpoint ? number : '' };
    }
    return { technology, endpoint, number: rest.startsWith('sip:') || rest.startsWith('sips:') ? '' : rest };
  }
  if (at >= 0) return { technology, endpoint: resource.slice(at + 1), number: resource.slice(0, at) };
  return { technology, endpoint: resource, number: '' };
}

/** A number of the telephone network rather than an extension or a name: seven digits or more, or with a plus. */
export function isTelephoneNumber(text: string): boolean {
  return /^(\+\d{3,}|\d{7,})$/.test(text);
}

/** The destinations in the arguments of `Dial` and its kin: those before the first comma, divided by `&`. */
export function parseDialTargets(data: string): readonly DialTarget[] {
  const comma = data.indexOf(',');
  const list = comma < 0 ? data : data.slice(0, comma);
  if (!list.includes('&')) {
    const target = parseTarget(list);
    return target === null ? [] : [target];
  }
  return list
    .split('&')
    .map(parseTarget)
    .filter((target) => target !== null);
}
