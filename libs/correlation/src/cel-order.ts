import type { Cel } from '@callstitch/domain';

/** By event time, and for equal times in the order in which Asterisk wrote. */
function compare(one: Cel, other: Cel): number {
  return one.eventTime - other.eventTime || one.id - other.id;
}

function isSorted(cels: readonly Cel[]): boolean {
  for (let index = 1; index < cels.length; index++) {
    if (compare(cels[index - 1] as Cel, cels[index] as Cel) > 0) return false;
  }
  return true;
}

/** Whether two rows say the same in every field but their position. */
function sameContent(one: Cel, other: Cel): boolean {
  return (
    one.uniqueid === other.uniqueid &&
    one.eventType === other.eventType &&
    one.channelName === other.channelName &&
    one.linkedid === other.linkedid &&
    one.appName === other.appName &&
    one.appData === other.appData &&
    one.exten === other.exten &&
    one.context === other.context &&
    one.extra === other.extra &&
    one.userDefType === other.userDefType &&
    one.cidNum === other.cidNum &&
    one.cidName === other.cidName &&
    one.peer === other.peer
  );
}

function contentKey(cel: Cel): string {
  return JSON.stringify([
    cel.uniqueid,
    cel.eventType,
    cel.channelName,
    cel.linkedid,
    cel.appName,
    cel.appData,
    cel.exten,
    cel.context,
    cel.extra,
    cel.userDefType,
    cel.cidNum,
    cel.cidName,
    cel.peer,
  ]);
}

/** Up to here, comparing pairs beats making keys. */
const FEW = 12;

/** The indexes of rows that repeat an earlier one of the same instant, among those from `from` to `until`. */
function repeated(cels: readonly Cel[], from: number, until: number, found: Set<number>): void {
  if (until - from > FEW) {
    const seen = new Set<string>();
    for (let index = from; index < until; index++) {
      const key = contentKey(cels[index] as Cel);
      if (seen.has(key)) found.add(index);
      seen.add(key);
    }
    return;
  }
  for (let index = from + 1; index < until; index++) {
    for (let other = from; other < index; other++) {
      if (!sameContent(cels[other] as Cel, cels[index] as Cel)) continue;
      found.add(index);
      break;
    }
  }
}

/**
 * One conversation's rows in the order in which they are told, each once.
 *
 * A row that was written twice (two back-ends on one table, an import repeated) says nothing new. Rows of
 * equal time are the rule (`HANGUP`, `CHAN_END` and `LINKEDID_END` share a microsecond), so the id decides there.
 */
export function inOrderAndOnce(cels: readonly Cel[]): readonly Cel[] {
  const ordered = isSorted(cels) ? cels : [...cels].sort(compare);
  const found = new Set<number>();
  for (let from = 0; from < ordered.length;) {
    const at = (ordered[from] as Cel).eventTime;
    let until = from + 1;
    while (until < ordered.length && (ordered[until] as Cel).eventTime === at) until++;
    if (until - from > 1) repeated(ordered, from, until, found);
    from = until;
  }
  return found.size === 0 ? ordered : ordered.filter((_cel, index) => !found.has(index));
}
