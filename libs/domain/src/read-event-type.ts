import { EVENT_TYPE_NAMES } from './event-type-names.js';

const KNOWN = new Map(EVENT_TYPE_NAMES.slice(1).flatMap((name, index) => [[name, name] as const, [String(index + 1), name] as const]));

/**
 * The name of an event written as a name in any case or as a number; null for an empty text or an unknown number.
 *
 * A user-defined event gets its own name, spelled as the dialplan spells it: that is how back-ends without
 * `show_user_defined` write it, so both kinds of file give the same CELs.
 */
export function readEventType(text: string, userDefType: string): string | null {
  const type = KNOWN.get(text) ?? readUncommon(text);
  return type === 'USER_DEFINED' && userDefType !== '' ? userDefType : type;
}

function readUncommon(text: string): string | null {
  const trimmed = text.trim();
  const known = KNOWN.get(trimmed.toUpperCase());
  if (known !== undefined) return known;
  return trimmed === '' || /^[+-]?\d+$/.test(trimmed) ? null : trimmed;
}
