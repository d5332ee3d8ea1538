import { aCallLog } from './a-call-log.js';

const at = (time: string) => new Date(`2026-01-05T${time}Z`);

test('times and seconds follow what is given', () => {
  expect(aCallLog({ startedAt: at('10:00:00') })).toMatchObject({
    answeredAt: at('10:00:05'),
    endedAt: at('10:01:00'),
    ringSeconds: 5,
    talkSeconds: 55,
  });
  expect(aCallLog({ endedAt: at('10:00:00') })).toMatchObject({ startedAt: at('09:59:00'), talkSeconds: 55 });
  expect(aCallLog({ answeredAt: null })).toMatchObject({ status: 'missed', ringSeconds: 60, talkSeconds: 0, answeredBy: null });
});

test('what is changed is changed, and the participants follow the ends', () => {
  const call = aCallLog({ source: { number: '2001' }, destination: { name: null }, direction: 'inbound' });
  expect(call).toMatchObject({ direction: 'inbound', source: { name: 'Alice', number: '2001' }, requested: { number: '1002' } });
  expect(call.participants.map(({ number }) => number)).toEqual(['2001', '1002']);
});
