import type { Cel, Instant, Linkedid, Uniqueid } from '@callstitch/domain';

/** The rows of one call in the order in which Asterisk wrote them; `LINKEDID_END` last. */
export type CallRows = readonly Cel[];

/** The calls of a recording that have one linkedid, an end, and between 6 and 16 rows. */
export function callsOf(recording: readonly Cel[]): readonly CallRows[] {
  const calls = new Map<string, Cel[]>();
  for (const cel of recording) {
    const rows = calls.get(cel.linkedid);
    if (rows === undefined) calls.set(cel.linkedid, [cel]);
    else rows.push(cel);
  }
  return [...calls.values()].filter(
    (rows) =>
      rows.at(-1)?.eventType === 'LINKEDID_END' &&
      rows.length >= 6 &&
      rows.length <= 16 &&
      !rows.some(({ extra }) => extra.includes('uniqueid')),
  );
}

/** The same call once more, with ids of its own, ending at an instant. */
export function callAgain(call: CallRows, number: number, endsAt: Instant): CallRows {
  const shift = endsAt - (call.at(-1) as Cel).eventTime;
  return call.map((cel) => ({
    ...cel,
    eventTime: (cel.eventTime + shift) as Instant,
    uniqueid: `${cel.uniqueid}.${number}` as Uniqueid,
    linkedid: `${cel.linkedid}.${number}` as Linkedid,
  }));
}
