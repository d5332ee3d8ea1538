import { wazoRecord } from '@callstitch/dialect-wazo';
import type { WazoRecord } from '@callstitch/dialect-wazo';
import { parseDirectory } from '@callstitch/directory-file';
import { EXPLAINED, MORE_CALLS, NOT_COMPARED } from './peer/explained-differences.js';
import { differingFields } from './peer/differing-fields.js';
import { matches } from './peer/matches.js';
import type { PeerCase } from './peer/peer-cases.js';
import { PEER_CASES, readPeerCases } from './peer/peer-cases.js';
import { tellWazo } from './peer/tell-wazo.js';

const cases = readPeerCases();

function recordsOf({ id, cels, directory, serviceTenantUuid }: PeerCase): readonly WazoRecord[] {
  return tellWazo(cels, { directory: parseDirectory(JSON.stringify(directory), id), serviceTenantUuid }).map(wazoRecord);
}

/** A record with what the reference derives from it. */
function derived(record: WazoRecord): Record<string, unknown> {
  const participants = record.participants.map((one, place) => ({ ...one, uuid: `participant ${place}` }));
  const source = participants.find(({ role }) => role === 'source');
  const reached = participants.filter(({ role }) => role === 'destination').sort(byReach);
  const [destination] = reached;
  return {
    ...record,
    id: 1,
    participants,
    destination_details: Object.entries(record.destination_details).map(([key, value]) => ({
      uuid: key,
      destination_details_key: key,
      destination_details_value: value,
    })),
    source_participant: source ?? null,
    destination_participant: destination ?? null,
    source_user_uuid: source?.user_uuid ?? null,
    destination_user_uuid: destination?.user_uuid ?? null,
    requested_user_uuid: participants.find(({ requested }) => requested)?.user_uuid ?? null,
  };
}

function byReach(one: { answered: boolean; user_uuid: string | null }, other: { answered: boolean; user_uuid: string | null }): number {
  return Number(other.answered) - Number(one.answered) || ((one.user_uuid ?? '') < (other.user_uuid ?? '') ? 1 : -1);
}

const recordingOf = ({ start, end, path, uuid }: WazoRecord['recordings'][number]) => ({ start_time: start, end_time: end, path, uuid });

/** Values that a recorded assertion may look at, by its subject; null for those that only a running service has. */
function subjects(subject: string, records: readonly WazoRecord[]): readonly unknown[] | null {
  switch (subject) {
    case 'CallLog':
      return records.map(derived);
    case 'tuple':
      return records.map(({ participants }) => participants.map(({ user_uuid }) => user_uuid));
    case 'list[Recording]':
      return [records.flatMap(({ recordings }) => recordings.map(recordingOf))];
    default:
      return null;
  }
}

if (cases === null) {
  test('skipped: the recorded cases are not beside the repository', () => {
    console.warn(`no recorded cases at ${PEER_CASES}: nothing was compared`);
  });
} else {
  describe.each(cases.filter(({ kind }) => kind === 'generation').map((one) => [one.id, one] as const))('%s', compare);

  test('what is not compared is listed with its reason', () => {
    const unlisted = leftOut(cases).filter((one) => !NOT_COMPARED.some(({ what }) => what.test(one)));
    expect(unlisted).toEqual([]);
  });
}

/** Cases and subjects that `compare` leaves out. */
function leftOut(all: readonly PeerCase[]): readonly string[] {
  const other = all.filter(({ kind }) => kind !== 'generation').map(({ id }) => id);
  const seen = all.filter(({ kind }) => kind === 'generation').flatMap(({ expected }) => expected.map(({ subject }) => subject));
  return [...other, ...new Set(seen.filter((subject) => subjects(subject, []) === null))];
}

function compare(id: string, peer: PeerCase): void {
  const records = recordsOf(peer);

  test('holds what the reference asserts', () => {
    const failing = peer.expected.filter(({ subject, matches: condition }) => {
      const values = subjects(subject, records);
      return values !== null && !values.some((value) => matches(value, condition));
    });
    expect(failing).toEqual([]);
  });

  test('differs from what the reference makes only where that is explained', () => {
    const explained = EXPLAINED.filter((difference) => difference.cases.test(id)).map(({ field }) => field);
    const differences = peer.golden.flatMap((golden) => {
      const record = records.find(({ conversation_id }) => conversation_id === golden.conversation_id);
      return record === undefined ? [`${golden.conversation_id} is missing`] : differingFields(golden, record);
    });
    expect([...new Set(differences)].sort()).toEqual(explained.sort());
    if (!MORE_CALLS.some((more) => more.cases.test(id))) expect(records).toHaveLength(peer.golden.length);
  });
}
