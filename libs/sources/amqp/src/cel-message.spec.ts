import { readCelMessage } from './cel-message.js';

const read = (text: string) => readCelMessage(new TextEncoder().encode(text));

test('the event type and the linkedid are read, the rest is not looked at', () => {
  expect(read('{"name":"CEL","data":{"EventName":"LINKEDID_END","LinkedID":"1.2","Extra":7}}')).toEqual({
    eventType: 'LINKEDID_END',
    linkedid: '1.2',
  });
});

test.each([
  '',
  'null',
  '[]',
  '{"name":"CEL"}',
  '{"data":null}',
  '{"data":{"EventName":"CHAN_END"}}',
  '{"data":{"EventName":"","LinkedID":"1"}}',
])('a body that says nothing of a CEL is none: %s', (text) => {
  expect(read(text)).toBeNull();
});
