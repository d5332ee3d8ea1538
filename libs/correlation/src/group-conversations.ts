import type { Cel, Linkedid } from '@callstitch/domain';
import { inOrderAndOnce } from './cel-order.js';
import { quotedUniqueids } from './quoted-uniqueids.js';
import { UnionFind } from './union-find.js';

/** All CELs that belong together, joined by linkedid or channel, directly or through others. */
export interface Conversation {
  /** The linkedid of the first CEL; later merges only ever draw younger channels in, so it stays. */
  readonly id: Linkedid;
  /** In (`eventTime`, `id`) order, each row once; never empty. */
  readonly cels: readonly Cel[];
}

/**
 * Divides the CELs of one source into conversations, in order of their first CEL.
 *
 * Two CELs belong together when they share a linkedid or a uniqueid, or when one quotes the other's channel in
 * its `extra`. A linkedid is a uniqueid (that of the oldest channel), so both are names in one space. Never by
 * bridge: a parking lot or a conference is one bridge for everybody.
 */
export function groupConversations(cels: readonly Cel[]): Conversation[] {
  const kin = new UnionFind();
  const elements = new Map<string, number>();
  const elementOf = (name: string): number => {
    let element = elements.get(name);
    if (element === undefined) {
      element = kin.add();
      elements.set(name, element);
    }
    return element;
  };
  const memberOf = new Int32Array(cels.length);
  for (let index = 0; index < cels.length; index++) {
    const cel = cels[index] as Cel;
    const element = elementOf(cel.uniqueid);
    memberOf[index] = element;
    if (cel.linkedid !== '' && (cel.linkedid as string) !== cel.uniqueid) kin.join(element, elementOf(cel.linkedid));
    for (const uniqueid of quotedUniqueids(cel)) kin.join(element, elementOf(uniqueid));
  }
  const places = new Int32Array(elements.size).fill(-1);
  const sets: Cel[][] = [];
  for (let index = 0; index < cels.length; index++) {
    const set = kin.find(memberOf[index] as number);
    const place = places[set] as number;
    if (place >= 0) (sets[place] as Cel[]).push(cels[index] as Cel);
    else places[set] = sets.push([cels[index] as Cel]) - 1;
  }
  const conversations: Conversation[] = [];
  for (const gathered of sets) {
    const ordered = inOrderAndOnce(gathered);
    const first = ordered[0] as Cel;
    conversations.push({ id: first.linkedid === '' ? (first.uniqueid as string as Linkedid) : first.linkedid, cels: ordered });
  }
  return conversations.sort((one, other) => (one.cels[0] as Cel).eventTime - (other.cels[0] as Cel).eventTime);
}
