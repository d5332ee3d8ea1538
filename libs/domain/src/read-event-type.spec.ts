import { readEventType } from './read-event-type.js';

test('names are read in any case', () => {
  expect(readEventType('CHAN_START', '')).toBe('CHAN_START');
  expect(readEventType('chan_start', '')).toBe('CHAN_START');
  expect(readEventType(' Linkedid_End ', '')).toBe('LINKEDID_END');
});

test('numbers are those of the current Asterisk, not those of its sample files', () => {
  const numbers = Array.from({ length: 21 }, (_, index) => readEventType(String(index + 1), ''));
  expect(numbers.join(' ')).toBe(
    'CHAN_START CHAN_END HANGUP ANSWER APP_START APP_END BRIDGE_ENTER BRIDGE_EXIT PARK_START PARK_END BLINDTRANSFER ' +
      'ATTENDEDTRANSFER USER_DEFINED LINKEDID_END PICKUP FORWARD LOCAL_OPTIMIZE LOCAL_OPTIMIZE_BEGIN STREAM_BEGIN STREAM_END DTMF',
  );
});

test('a number that Asterisk does not have is no event', () => {
  for (const text of ['0', '22', '-1', '4096', '', ' ']) expect(readEventType(text, '')).toBeNull();
});

test('a user-defined event gets its own name, as the dialplan spells it', () => {
  expect(readEventType('USER_DEFINED', 'My_Event')).toBe('My_Event');
  expect(readEventType('13', 'WAZO_CALL_LOG')).toBe('WAZO_CALL_LOG');
  expect(readEventType('My_Event', '')).toBe('My_Event');
  expect(readEventType('USER_DEFINED', '')).toBe('USER_DEFINED');
});

test('the kind of a stream or key is not its name', () => {
  expect(readEventType('STREAM_BEGIN', 'MOH_STREAM_BEGIN')).toBe('STREAM_BEGIN');
});
