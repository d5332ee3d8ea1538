import type { CdrFilter } from '@callstitch/application';
import { instant } from '@callstitch/domain';

/** What is listed, by a name: each filter alone, on what `fillWithCalls` makes. */
export function listFilters(tenants: readonly [string, ...string[]], firstYear: number): ReadonlyMap<string, CdrFilter> {
  const [own] = tenants;
  const month = (number: number) => instant(Date.UTC(firstYear, number, 1) * 1_000);
  const user = '7a7a0001-0000-4000-8000-000000000150';
  const single: Readonly<Record<string, Partial<CdrFilter>>> = {
    everything: {},
    'several tenants': { tenantUuids: tenants },
    'blocked too': { blockedToo: true },
    'a month': { startedFrom: month(6), startedUntil: month(7) },
    'status answered': { statuses: ['answered'] },
    'status unknown': { statuses: ['unknown'] },
    'status voicemail': { statuses: ['voicemail'] },
    'status blocked': { statuses: ['blocked'] },
    'several statuses': { statuses: ['voicemail', 'blocked'] },
    'direction outbound': { direction: 'outbound' },
    number: { number: '1050' },
    'number of one call': { number: '+331183950' },
    'number begins': { number: '+33110_' },
    'number ends': { number: '_83950' },
    'number holds': { number: '_8395_' },
    search: { search: 'user 150' },
    'search common': { search: 'user' },
    'tag common': { tags: ['sales'] },
    'tag rare': { tags: ['vip'] },
    user: { userUuids: [user] },
    'took part': { participantUuid: user },
    'from id': { fromId: 1_000 },
    conversation: { conversationId: '1000' },
    'requested internal': { requestedInternalNumber: '2050' },
    recorded: { recorded: true },
    'not recorded': { recorded: false },
    'duration long': { durationMin: 298 },
    'duration short': { durationMax: 5 },
    'cause 16': { hangupCause: 16 },
    'cause 17': { hangupCause: 17 },
    'kind queue': { destinationKinds: ['queue'] },
    'kind user': { destinationKinds: ['user'] },
    'peers of a user': { userUuids: [user], distinctPeers: { ofUsers: [user] } },
  };
  return new Map(Object.entries(single).map(([name, filter]) => [name, { tenantUuids: [own], ...filter }]));
}
