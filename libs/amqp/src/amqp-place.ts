import { CallstitchError } from '@callstitch/domain';

const PORTS: Readonly<Record<string, string>> = { 'amqp:': '5672', 'amqps:': '5671' };

/** Where a broker is, without who enters it: for logs and failures. Throws CONFIG_INVALID for what is no URL of a broker. */
export function amqpPlace(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const port = url === null ? undefined : PORTS[url.protocol];
  if (url === null || port === undefined || url.hostname === '') {
    throw new CallstitchError('CONFIG_INVALID', 'The URL of the AMQP broker is not one such as amqp://user:password@host:5672/vhost.');
  }
  return `${url.hostname}:${url.port === '' ? port : url.port}`;
}
