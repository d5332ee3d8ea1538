import type { CallLog, CallStatus, Instant, JourneySegment } from '@callstitch/domain';
import { onTheWay } from './on-the-way.js';

const at = (seconds: number): Instant => (1_795_446_470_000_000 + seconds * 1_000_000) as Instant;

function segment(
  kind: JourneySegment['kind'],
  [from, until]: [number, number],
  parties: readonly string[],
  endedBy: JourneySegment['endedBy'],
): JourneySegment {
  return { kind, from: at(from), until: at(until), parties, endedBy };
}

function call(journey: readonly JourneySegment[], rest: object = {}): CallLog {
  return {
    status: 'answered' as CallStatus,
    closedBy: 'end',
    answeredAt: at(5),
    answeredBy: { name: 'Bob', number: '1002', userUuid: null },
    destination: { kind: 'user', name: 'Bob', number: '1002', details: {} },
    transfers: [],
    recordings: [],
    journey,
    ...rest,
  } as unknown as CallLog;
}

test('of a plain call there is nothing to say', () => {
  expect(onTheWay(call([segment('ring', [0, 5], ['1002'], 'answered'), segment('talk', [5, 9], ['1001', '1002'], 'hangup')]))).toBe('');
});

test('a queue is said with its name and who took the call, then what came after, in order', () => {
  const journey = [
    segment('queue', [0, 5], ['4385550000', 'queue 4010'], 'answered'),
    segment('ring', [1, 5], ['1003'], 'answered'),
    segment('talk', [5, 9], ['4385550000', '1003'], 'blind-transfer'),
  ];
  const told = call(journey, {
    answeredBy: { name: 'Carol', number: '1003', userUuid: null },
    destination: { kind: 'user', name: 'Bob', number: '1002', details: { queue: '4010', queueName: 'q10' } },
    transfers: [{ kind: 'blind', by: '1003', to: '1002', at: at(9) }],
    recordings: [{}],
  });
  expect(onTheWay(told)).toBe('queue q10 4010 › 1003 · blind transfer to 1002 by 1003 · recorded');
});

test('who answered first is said when somebody else was reached in the end', () => {
  const told = call([], {
    answeredBy: { name: '', number: '1001', userUuid: null },
    transfers: [{ kind: 'attended', by: '1001', to: '', at: at(9) }],
  });
  expect(onTheWay(told)).toBe('answered by 1001 · attended transfer to ? by 1001');
});

test('what came after a transfer is said after it', () => {
  const told = call([segment('voicemail', [10, 15], ['1001', 'voicemail 1003'], 'hangup')], {
    transfers: [{ kind: 'blind', by: '1002', to: '1003', at: at(12) }],
  });
  expect(onTheWay(told)).toBe('voicemail 1003 · blind transfer to 1003 by 1002');
  const earlier = call([segment('voicemail', [10, 15], ['1001', 'voicemail 1003'], 'hangup')], {
    transfers: [{ kind: 'blind', by: '1002', to: '1003', at: at(9) }],
  });
  expect(onTheWay(earlier)).toBe('blind transfer to 1003 by 1002 · voicemail 1003');
});

test('a phone that did not take the call is said when the call went on, and not when that was the end', () => {
  const busy = segment('ring', [0, 1], ['1002'], 'busy');
  expect(onTheWay(call([busy], { status: 'busy', answeredAt: null }))).toBe('');
  expect(onTheWay(call([busy, segment('ring', [2, 5], ['1003'], 'answered')]))).toBe('1002 busy');
});

test('the place that was reached is not said again', () => {
  const voicemail = [segment('voicemail', [5, 9], ['1001', 'voicemail 1002'], 'hangup')];
  const place = { destination: { kind: 'voicemail', name: '', number: '1002', details: {} }, answeredBy: null };
  expect(onTheWay(call(voicemail, { ...place, status: 'voicemail' }))).toBe('');
  expect(onTheWay(call(voicemail))).toBe('voicemail 1002');
});

test('holds are summed, and those of a moment left out', () => {
  const hold = (from: number, until: number): JourneySegment => segment('hold', [from, until], ['1001'], 'resumed');
  expect(onTheWay(call([hold(6, 18), hold(20, 80)]))).toBe('on hold 1:12');
  expect(onTheWay(call([hold(6, 6.4)]))).toBe('');
});

test('parking, pickup and forwarding are said; a call without an end says so', () => {
  const journey = [
    segment('ring', [0, 1], ['1002'], 'forward'),
    segment('ring', [1, 2], ['1003'], 'pickup'),
    segment('park', [5, 9], ['4385550000', 'parking 701'], 'retrieved'),
  ];
  expect(onTheWay(call(journey, { closedBy: 'silence' }))).toBe(
    'forwarded by 1002 · picked up from 1003 · parked, retrieved · no end seen',
  );
});
