import type { Cel } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { closing } from './closing.js';
import { groupConversations } from './group-conversations.js';

function closedBy(table: string): string | null {
  const conversations = groupConversations(celTable(table));
  expect(conversations).toHaveLength(1);
  return closing(conversations[0] as { id: Cel['linkedid']; cels: readonly Cel[] });
}

test('a conversation is over by its LINKEDID_END', () => {
  expect(
    closedBy(`
      eventtype    | eventtime           | uniqueid | linkedid
      CHAN_START   | 2026-01-05 09:00:01 | a        | a
      CHAN_START   | 2026-01-05 09:00:02 | b        | a
      LINKEDID_END | 2026-01-05 09:00:03 | a        | a
    `),
  ).toBe('end');
});

test('the end of one linkedid does not end another that goes on', () => {
  const table = (last: string) => `
    eventtype    | eventtime           | uniqueid | linkedid
    CHAN_START   | 2026-01-05 09:00:01 | a        | a
    CHAN_START   | 2026-01-05 09:00:02 | b        | b
    LINKEDID_END | 2026-01-05 09:00:03 | b        | b
    BRIDGE_EXIT  | 2026-01-05 09:00:04 | b        | a
    ${last}      | 2026-01-05 09:00:05 | a        | a
  `;
  expect(closedBy(table('HANGUP'))).toBeNull();
  expect(closedBy(table('LINKEDID_END'))).toBe('end');
});

test('without LINKEDID_END, the end of every channel counts', () => {
  const table = (last: string) => `
    eventtype  | eventtime           | uniqueid | linkedid
    CHAN_START | 2026-01-05 09:00:01 | a        | a
    CHAN_START | 2026-01-05 09:00:02 | b        | a
    CHAN_END   | 2026-01-05 09:00:03 | b        | a
    ${last}    | 2026-01-05 09:00:04 | a        | a
  `;
  expect(closedBy(table('CHAN_END'))).toBe('channels');
  expect(closedBy(table('HANGUP'))).toBeNull();
});

test('the ends of all channels count although one of two linkedids lost its end', () => {
  expect(
    closedBy(`
      eventtype    | eventtime           | uniqueid | linkedid
      CHAN_START   | 2026-01-05 09:00:01 | a        | a
      CHAN_START   | 2026-01-05 09:00:02 | b        | b
      LINKEDID_END | 2026-01-05 09:00:03 | b        | b
      CHAN_END     | 2026-01-05 09:00:04 | b        | a
      CHAN_END     | 2026-01-05 09:00:04 | a        | a
    `),
  ).toBe('channels');
});

test('rows that follow the end of their linkedid do not reopen it', () => {
  expect(
    closedBy(`
      eventtype    | eventtime                  | uniqueid | linkedid
      CHAN_START   | 2026-01-05 09:00:01        | a        | a
      LINKEDID_END | 2026-01-05 09:00:02        | a        | a
      CHAN_START   | 2026-01-05 09:00:02.000300 | b        | a
      APP_END      | 2026-01-05 09:00:02.010900 | b        | a
    `),
  ).toBe('end');
});
