import type { CallLogJson } from '@callstitch/domain';
import { fieldText } from './field-text.js';

const call = {
  direction: 'inbound',
  answeredAt: null,
  source: { name: '', number: '1001', line: null },
  transfers: [
    { kind: 'blind', by: '1001' },
    { kind: 'attended', by: '1002' },
  ],
} as unknown as CallLogJson;

test('a field is shown without what is empty', () => {
  expect(fieldText(call, 'direction')).toBe('inbound');
  expect(fieldText(call, 'source')).toBe('number 1001');
  expect(fieldText(call, 'source.number')).toBe('1001');
  expect(fieldText(call, 'transfers')).toBe('kind blind, by 1001; kind attended, by 1002');
  expect([fieldText(call, 'answeredAt'), fieldText(call, 'no.such')]).toEqual(['-', '-']);
});
