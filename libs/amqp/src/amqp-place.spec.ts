import { amqpPlace } from './amqp-place.js';

test.each([
  ['amqp://bus:geheim@pbx.example.org/vhost', 'pbx.example.org:5672'],
  ['amqps://bus:geheim@pbx.example.org', 'pbx.example.org:5671'],
  ['amqp://[::1]:5673', '[::1]:5673'],
])('%s is at %s, whoever enters it', (url, place) => {
  expect(amqpPlace(url)).toBe(place);
});

test.each(['', 'pbx.example.org', 'http://pbx.example.org', 'amqp://'])('"%s" is no broker, and is not repeated', (url) => {
  expect(() => amqpPlace(url)).toThrow(/^The URL of the AMQP broker is not one such as/);
});
