import type { Directory, DirectoryEntry } from '@callstitch/domain';

/** The tenant of the worked examples. */
export const TENANT = '7a7a0001-0000-4000-8000-000000000001';

function person(name: string, place: number, tags: readonly string[]): DirectoryEntry {
  return {
    name,
    number: `100${place}`,
    context: 'internal',
    userUuid: `5e500000-0000-4000-8000-00000000000${place}`,
    lineId: 10 + place,
    tenantUuid: TENANT,
    tags,
  };
}

export const ALICE = person('Alice', 1, ['sales', 'north']);
export const BOB = person('Bob', 2, []);
export const CAROL = person('Carol', 3, []);
export const DAVE = person('Dave', 4, ['support']);

const LINES: ReadonlyMap<string, DirectoryEntry> = new Map([
  ['alice01', ALICE],
  ['bob02', BOB],
  ['carol03', CAROL],
  ['dave04', DAVE],
]);

/** The office of the worked examples: four people, two contexts, one mailbox. */
export const OFFICE: Directory = {
  byEndpoint: (endpoint) => LINES.get(endpoint) ?? null,
  byNumber: () => null,
  byUserUuid: (uuid) => [...LINES.values()].find(({ userUuid }) => userUuid === uuid) ?? null,
  tenantOfContext: (context) => (['internal', 'from-extern'].includes(context) ? TENANT : null),
  voicemail: ({ number, context }) => (number === '1002' && context === 'internal' ? { id: '5', name: 'Bob VM' } : null),
  trunks: [],
};
