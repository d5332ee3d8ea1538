import type { CallLog } from '@callstitch/domain';
import type { CallLogSearch, CdrFilter, CdrOrder, CdrPlace } from '../read/call-log-search.js';
import type { ListedCall } from '../read/listed-call.js';
import { listedCall } from '../read/listed-call.js';
import { cdrOrderKey } from './cdr-order-key.js';
import { distinctPeers } from './distinct-peers.js';
import type { Runner } from './generation-contract.js';
import { matchesCdrFilter } from './matches-cdr-filter.js';
import { SEARCHED_TENANTS, SEARCHED_USERS, fileNameOf, searchedCalls } from './searched-calls.js';

const [OWN, OTHER] = SEARCHED_TENANTS;
const [BOB, ALICE, ZOE] = SEARCHED_USERS;
const CALLS = searchedCalls();
const from = CALLS[20]!.startedAt;

const FILTERS: readonly Omit<CdrFilter, 'tenantUuids'>[] = [
  {},
  { blockedToo: true },
  { startedFrom: from },
  { startedUntil: from },
  { startedFrom: from, startedUntil: CALLS[24]!.startedAt },
  { search: 'ANNA' },
  { search: '0%' },
  { search: 'é_b' },
  { search: 'émile' },
  { search: '%' },
  { search: 'n_a' },
  { search: '100' },
  { search: 'desk' },
  { search: fileNameOf(10) },
  { search: fileNameOf(10).replace('-10-', '-20-') },
  { search: fileNameOf(10).replace(/.{36}\.wav/, 'x'.repeat(36)) },
  { search: '-99999999999999999999-00000000-0000-4000-8000-000000000001' },
  { direction: 'outbound' },
  { number: '1001' },
  { number: '1001_' },
  { number: '_1' },
  { number: '_001' },
  { number: '_385_' },
  { number: '_5_' },
  { number: '*98' },
  { number: '2000' },
  { tags: ['sales'] },
  { tags: ['sales', 'night'] },
  { tags: ['Sales'] },
  { userUuids: [ALICE] },
  { userUuids: [ALICE.toUpperCase(), ZOE] },
  { participantUuid: BOB },
  { participantUuid: BOB, userUuids: [ALICE] },
  { fromId: 0 },
  { fromId: 40 },
  { ids: [3, 4, 5, 999] },
  { ids: [] },
  { conversationId: '1767600000.8' },
  { conversationId: '1767600000.5' },
  { requestedInternalNumber: '1002' },
  { requestedInternalContext: 'office' },
  { recorded: true },
  { recorded: false },
  { statuses: ['answered'] },
  { statuses: ['voicemail'] },
  { statuses: ['unknown'] },
  { statuses: ['blocked'] },
  { statuses: ['blocked', 'voicemail'] },
  { statuses: ['blocked', 'voicemail', 'unknown', 'answered'] },
  { statuses: [], blockedToo: true },
  { durationMin: 9 },
  { durationMax: 9 },
  { durationMin: 9, durationMax: 9 },
  { hangupCause: 16 },
  { hangupCause: 17 },
  { destinationKinds: ['queue', 'unknown'] },
  { distinctPeers: { ofUsers: null } },
  { distinctPeers: { ofUsers: [ALICE] } },
  { distinctPeers: { ofUsers: [ALICE.toUpperCase()] }, userUuids: [ALICE], blockedToo: true },
  { distinctPeers: { ofUsers: null }, startedUntil: from, direction: 'inbound' },
];

const ORDERS: Readonly<Record<CdrOrder, true>> = {
  start: true,
  answer: true,
  duration: true,
  call_status: true,
  call_direction: true,
  conversation_id: true,
  id: true,
  tenant_uuid: true,
  destination_extension: true,
  destination_name: true,
  destination_internal_extension: true,
  destination_internal_context: true,
  destination_details: true,
  destination_line_id: true,
  destination_user_uuid: true,
  requested_name: true,
  requested_extension: true,
  requested_context: true,
  requested_internal_extension: true,
  requested_internal_context: true,
  requested_user_uuid: true,
  source_extension: true,
  source_name: true,
  source_internal_name: true,
  source_internal_extension: true,
  source_internal_context: true,
  source_line_id: true,
  source_user_uuid: true,
};

const BY_ID = new Map<number | null, CallLog>(CALLS.map((call) => [call.id, call]));
const LISTED = CALLS.map((call) => listedCall({ ...call, tenantUuid: call.tenantUuid ?? '' }));

const idsOf = (calls: readonly ListedCall[]): readonly number[] => calls.map(({ id }) => id);
const sorted = (calls: readonly { readonly id: number | null }[]): readonly number[] =>
  calls.map(({ id }) => id ?? 0).sort((one, other) => one - other);
const NEWEST: CdrPlace = { order: 'start', descending: true, offset: 0, limit: null };

/** What a filter picks, read plainly. */
function picked(filter: CdrFilter): readonly CallLog[] {
  const matching = CALLS.filter((call) => matchesCdrFilter(call, filter));
  return filter.distinctPeers === undefined ? matching : distinctPeers(matching, filter.distinctPeers.ofUsers);
}

async function streamed(search: CallLogSearch, filter: CdrFilter, place: CdrPlace): Promise<readonly ListedCall[]> {
  const calls: ListedCall[] = [];
  for await (const some of search.stream(filter, place)) calls.push(...some);
  return calls;
}

/** Page by page to the end. */
async function paged(search: CallLogSearch, filter: CdrFilter, descending: boolean, limit: number): Promise<readonly ListedCall[]> {
  const calls: ListedCall[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<CallLogSearch['page']>> = await search.page(filter, { after, descending, limit });
    calls.push(...page.calls);
    after = page.next;
  } while (after !== null);
  return calls;
}

/** What every CallLogSearch must do over `searchedCalls`; the fake and the real one run the same sentences. */
export function callLogSearchContract(open: () => Promise<CallLogSearch>, { test, expect }: Runner): void {
  const everyFilter = FILTERS.flatMap((filter): CdrFilter[] => [
    { ...filter, tenantUuids: [OWN] },
    { ...filter, tenantUuids: [OTHER, OWN] },
  ]);

  for (const filter of FILTERS) {
    test(`${JSON.stringify(filter)} picks what its words say, and that is counted`, async () => {
      const search = await open();
      for (const tenantUuids of [[OWN], [OTHER], [OTHER, OWN]] as const) {
        const wanted = { ...filter, tenantUuids };
        const ids = sorted(picked(wanted));
        expect(sorted(await search.find(wanted, NEWEST))).toEqual(ids);
        expect(await search.count(wanted, 'exact')).toEqual(ids.length);
      }
    });
  }

  for (const order of Object.keys(ORDERS) as CdrOrder[]) {
    test(`in the order of ${order} what has no value comes first ascending and last descending, and the id decides`, async () => {
      const search = await open();
      const filter: CdrFilter = { tenantUuids: [OWN, OTHER], blockedToo: true };
      const up = await search.find(filter, { ...NEWEST, order, descending: false });
      const keyOf = ({ id }: ListedCall) => cdrOrderKey(BY_ID.get(id) as CallLog, order);
      const keys = up.map(keyOf);
      expect(keys.lastIndexOf(null)).toEqual(keys.filter((key) => key === null).length - 1);
      expect(new Set(keys).size > 1).toEqual(true);
      for (const [index, call] of up.slice(1).entries()) {
        const before = up[index] as ListedCall;
        const [one, other] = [keyOf(before), keyOf(call)];
        if (one === other) expect(before.id < call.id).toEqual(true);
        else if (isPlain(one) && isPlain(other)) expect(one < other).toEqual(true);
      }
      expect(idsOf(await search.find(filter, { ...NEWEST, order }))).toEqual(idsOf(up).toReversed());
    });

    test(`a part of a list in the order of ${order} is a slice of it, streamed or not`, async () => {
      const search = await open();
      for (const descending of [true, false]) {
        const filter: CdrFilter = { tenantUuids: [OWN] };
        const all = await search.find(filter, { ...NEWEST, order, descending });
        const part: CdrPlace = { order, descending, offset: 5, limit: 7 };
        expect(idsOf(await search.find(filter, part))).toEqual(idsOf(all).slice(5, 12));
        expect(idsOf(await streamed(search, filter, part))).toEqual(idsOf(all).slice(5, 12));
        expect(idsOf(await streamed(search, filter, { ...part, offset: 0, limit: null }))).toEqual(idsOf(all));
        expect(await search.mostRecordings(filter, part)).toEqual(most(all.slice(5, 12)));
        expect(await search.find(filter, { ...part, offset: 1_000 })).toEqual([]);
      }
    });
  }

  test('all pages together are the stream', async () => {
    const search = await open();
    for (const [index, filter] of everyFilter.entries()) {
      const descending = index % 2 === 0;
      const all = idsOf(await streamed(search, filter, { ...NEWEST, descending }));
      expect(idsOf(await paged(search, filter, descending, 5))).toEqual(all);
    }
  });

  test('a list shows of each call what it says', async () => {
    const search = await open();
    const filter: CdrFilter = { tenantUuids: [OWN, OTHER], blockedToo: true };
    const shown = [...(await streamed(search, filter, NEWEST))].sort((one, other) => one.id - other.id);
    expect(shown).toEqual(LISTED);
    expect(await search.mostRecordings(filter, NEWEST)).toEqual(most(CALLS));
  });

  test('who leaves a stream early can go on searching', async () => {
    const search = await open();
    for (const order of ['start', 'source_name'] as const) {
      let first: readonly ListedCall[] = [];
      for await (const some of search.stream({ tenantUuids: [OWN] }, { ...NEWEST, order })) {
        first = some;
        break;
      }
      expect(idsOf(first)).toEqual(idsOf(await search.find({ tenantUuids: [OWN] }, { ...NEWEST, order, limit: first.length })));
    }
  });

  test('a limit of none shows none and has no recordings', async () => {
    const search = await open();
    expect(await search.find({ tenantUuids: [OWN] }, { ...NEWEST, limit: 0 })).toEqual([]);
    expect(await search.mostRecordings({ tenantUuids: [OWN] }, { ...NEWEST, limit: 0 })).toEqual(0);
  });

  test('one call log is shown to its tenant only, a blocked one too', async () => {
    const search = await open();
    const blocked = CALLS.find(({ status, tenantUuid }) => status === 'blocked' && tenantUuid === OWN) as CallLog & { id: number };
    const listed = LISTED.find(({ id }) => id === blocked.id);
    for (const tenants of [[OWN], [OTHER, OWN]] as const) {
      expect(await search.get(blocked.id, tenants)).toEqual(listed);
      expect(await search.getWhole(blocked.id, tenants)).toEqual(blocked);
    }
    for (const [id, tenant] of [
      [blocked.id, OTHER],
      [9_999, OWN],
    ] as const) {
      expect(await search.get(id, [tenant])).toEqual(null);
      expect(await search.getWhole(id, [tenant])).toEqual(null);
    }
  });
}

/** Numbers and plain letters, which every collation sorts alike. */
function isPlain(key: string | number | null): key is string | number {
  return typeof key === 'number' || (key !== null && /^[a-z]*$/.test(key));
}

function most(calls: readonly Pick<ListedCall, 'recordings'>[]): number {
  return Math.max(0, ...calls.map(({ recordings }) => recordings.length));
}
