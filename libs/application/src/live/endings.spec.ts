import { Endings } from './endings.js';

const look = (endings: Endings, ...eventTypes: readonly string[]): readonly boolean[] =>
  eventTypes.map((eventType) => endings.isWorthALook(eventType));

test('rows of a running call are not worth a look', () => {
  expect(look(new Endings(), 'CHAN_START', 'ANSWER', 'BRIDGE_ENTER', 'HANGUP')).toEqual([false, false, false, false]);
});

test('without LINKEDID_END each end of a channel is worth a look', () => {
  expect(look(new Endings(), 'CHAN_END', 'CHAN_END')).toEqual([true, true]);
});

test('where LINKEDID_END comes, it alone is', () => {
  expect(look(new Endings(), 'CHAN_END', 'LINKEDID_END', 'CHAN_END', 'CHAN_END', 'LINKEDID_END')).toEqual([true, true, false, false, true]);
});

test('when LINKEDID_END comes no more, ends of channels are worth a look again', () => {
  const endings = new Endings();
  look(endings, 'LINKEDID_END');
  const later = look(endings, ...Array.from({ length: 300 }, () => 'CHAN_END'));
  expect([later[0], later.at(-1)]).toEqual([false, true]);
});
