import type { AmiSourceConfig, Environment, SourcesConfig } from '@callstitch/config';
import type { AmiSourceSettings, SourcesSettings } from './live/sources-settings.js';

/** The sources that the configuration names, with what only the environment says; whether it does matters when they are opened. */
export function sourcesOf(
  { follow, columns, timezone, amqp, ami }: SourcesConfig,
  { CALLSTITCH_AMQP, CALLSTITCH_AMI_SECRET }: Environment,
): SourcesSettings {
  return {
    ...{ follow, columns, timezone },
    amqp: amqp === null ? null : { url: given(CALLSTITCH_AMQP) ?? amqp.url, exchange: amqp.exchange, queue: amqp.queue },
    ami: ami === null ? null : amiOf(ami, given(CALLSTITCH_AMI_SECRET)),
  };
}

function amiOf({ host, port, tls, authority, username }: AmiSourceConfig, secret: string | null): AmiSourceSettings {
  return { host, port, tls, authority, username, secret };
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
