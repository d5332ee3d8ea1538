import type { DirectoryContent } from '@callstitch/application/testing';

export const ACME = '7a7a0001-0000-4000-8000-000000000001';

export const userUuid = (number: number): string => `5a5a0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const lineName = (number: number): string => `line${number}`;

/** So many people, each with a line of the same number. */
export function office(people: number): DirectoryContent {
  const numbers = Array.from({ length: people }, (_, at) => at + 1);
  const extensions = (number: number): object[] => [{ exten: String(1_000 + number), context: 'office' }];
  const lineOf = (number: number): object => ({ id: number, name: lineName(number), extensions: extensions(number) });
  return {
    users: numbers.map((number) => ({
      ...{
        uuid: userUuid(number),
        tenant_uuid: ACME,
        firstname: `Person ${number}`,
        lastname: null,
        userfield: 'sales',
        lines: [lineOf(number)],
      },
    })),
    lines: numbers.map((number) => ({ ...lineOf(number), tenant_uuid: ACME, users: [{ uuid: userUuid(number) }] })),
    contexts: [{ id: 1, name: 'office', tenant_uuid: ACME }],
    voicemails: numbers.map((number) => ({ id: number, name: `Person ${number}`, number: String(1_000 + number), context: 'office' })),
  };
}
