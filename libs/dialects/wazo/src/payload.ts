import type { Cel } from '@callstitch/domain';
import { extraText, isUuid } from '@callstitch/domain';

const LABEL = /(?:^|,\s*)(\w+):/g;

/** What a dialplan gave to `CELGenUserEvent(NAME,text)`; empty when there is none, or none that can be read. */
export function payloadOf(cel: Cel): string {
  return extraText(cel, 'extra');
}

/**
 * Reads `label: value, label: value`. A label stands at the beginning or after a comma, so values may hold commas and
 * colons; of a label that comes twice the last counts. Empty when no label is there.
 */
export function labelled(text: string): ReadonlyMap<string, string> {
  const marks = [...text.matchAll(LABEL)];
  return new Map(
    marks.map((mark, index) => {
      const until = marks[index + 1]?.index ?? text.length;
      return [
        mark[1] as string,
        text
          .slice(mark.index + mark[0].length, until)
          .trim()
          .replace(/,+$/, '')
          .trim(),
      ];
    }),
  );
}

/** The labelled values of a user event; empty when it has none. */
export function labelledPayload(cel: Cel): ReadonlyMap<string, string> {
  return labelled(payloadOf(cel));
}

/**
 * The values of a user event that older systems wrote for readers of positions: by label, else by place in the order
 * given. Names are percent-encoded there; those of old versions are not, and come out as they are.
 */
export function positionalPayload(cel: Cel, labels: readonly string[]): ReadonlyMap<string, string> {
  const text = payloadOf(cel);
  const named = labelled(text);
  if (labels.some((label) => named.has(label))) return new Map([...named].map(([label, value]) => [label, decoded(value)]));
  const values = text.split(/,\s?/).map((piece) => piece.split(': ')[1]);
  return new Map(labels.flatMap((label, index) => (values[index] === undefined ? [] : [[label, decoded(values[index].trim())] as const])));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The uuid that a text is, in lower case, or null. */
export function uuidIn(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return isUuid(trimmed) ? trimmed.toLowerCase() : null;
}
