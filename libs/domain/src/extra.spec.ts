import { extraNumber, extraText, readExtra } from './extra.js';

const HANGUP = { extra: '{"hangupcause":16,"hangupsource":"PJSIP/1002-00000001","dialstatus":""}' };

test('the details of an event are an object', () => {
  expect(readExtra(HANGUP)).toEqual({ hangupcause: 16, hangupsource: 'PJSIP/1002-00000001', dialstatus: '' });
});

test.each([
  ['no details', ''],
  ['a JSON text', '"hangupcause"'],
  ['a JSON array', '[{"hangupcause":16}]'],
  ['a JSON null', 'null'],
  ['a JSON number', '16'],
  ['a text that a back-end cut', '{"hangupcause":16,"hangupsou'],
  ['a text that a back-end escaped wrongly', '{"extra":"{\\\\"hangupcause\\\\":16}"}'],
  ['no JSON at all', 'hangupcause=16'],
])('%s has nothing to read', (_what, extra) => {
  expect(readExtra({ extra })).toEqual({});
  expect(extraText({ extra }, 'hangupsource')).toBe('');
  expect(extraNumber({ extra }, 'hangupcause')).toBeNull();
});

test('a textual detail is read by its key', () => {
  expect(extraText(HANGUP, 'hangupsource')).toBe('PJSIP/1002-00000001');
  expect(extraText({ extra: '{ "hangupsource" : "PJSIP/1002-00000001" }' }, 'hangupsource')).toBe('PJSIP/1002-00000001');
});

test('a textual detail is empty when absent, of another kind, or empty itself', () => {
  expect(extraText(HANGUP, 'forward')).toBe('');
  expect(extraText(HANGUP, 'hangupcause')).toBe('');
  expect(extraText(HANGUP, 'dialstatus')).toBe('');
});

test.each(['{"bridge2_id":"N/A"}', '{ "bridge2_id": "N/A" }'])('the N/A of Asterisk in %s is no value', (extra) => {
  expect(extraText({ extra }, 'bridge2_id')).toBe('');
});

test('a text that was cut still gives the details that stand in it whole', () => {
  const extra = '{"bridge_id":"6092b9ff","bridge_technology":"simple_br';
  expect(extraText({ extra }, 'bridge_id')).toBe('6092b9ff');
  expect(extraText({ extra }, 'bridge_technology')).toBe('');
});

test('escaped quotes inside a text belong to the text', () => {
  const extra = JSON.stringify({ forward: 'say "1003"', extension: 'C:\\new' });
  expect(extraText({ extra }, 'forward')).toBe('say "1003"');
  expect(extraText({ extra }, 'extension')).toBe('C:\\new');
});

test('a key that stands only inside another text is no detail', () => {
  const nested = JSON.stringify({ extra: '{"bridge_id":"b1","hangupcause":16}' });
  expect(extraText({ extra: nested }, 'bridge_id')).toBe('');
  expect(extraNumber({ extra: nested }, 'hangupcause')).toBeNull();
  expect(extraText({ extra: '{"extra":"bridge_id","next":"b1"}' }, 'bridge_id')).toBe('');
});

test('a key that ends another key is no detail', () => {
  expect(extraText({ extra: '{"channel2_uniqueid":"1.2"}' }, 'uniqueid')).toBe('');
});

test('a numeric detail is a number or null, also when it stands there as a text', () => {
  expect(extraNumber(HANGUP, 'hangupcause')).toBe(16);
  expect(extraNumber({ extra: '{"hangupcause":0}' }, 'hangupcause')).toBe(0);
  expect(extraNumber({ extra: '{"hangupcause":"16"}' }, 'hangupcause')).toBeNull();
  expect(extraNumber(HANGUP, 'duration_ms')).toBeNull();
});
