import { once } from 'node:events';
import { connect } from 'node:net';
import { openService } from '../testing/open-service.js';

test('a connection on which nothing was asked does not keep the service from stopping', async () => {
  const service = await openService([]);
  const unasked = connect(Number(new URL(service.url).port), '127.0.0.1').on('error', () => undefined);
  await once(unasked, 'connect');
  // What is asked by another one afterwards was taken when the first was.
  await service.ask('/health');
  const ended = once(unasked, 'close');
  await service.close();
  await ended;
});
