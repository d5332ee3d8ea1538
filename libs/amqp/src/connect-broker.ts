import type { AmqpConnectionManager } from 'amqp-connection-manager';
import { connect } from 'amqp-connection-manager';

export interface BrokerConnection {
  /** How long the broker may take to connect, seconds. */
  readonly timeoutSeconds?: number;
  /** Hears of each failure to connect, and of a connection that is lost; it is made again by itself. */
  readonly onLost: (error: Error) => void;
}

const TIMEOUT_SECONDS = 15;
const HEARTBEAT_SECONDS = 15;

/** A connection that breaks is made again after so many seconds. */
export const RECONNECT_SECONDS = 2;

/** Connects to a broker, again and again, until it is closed. The URL, `amqp://user:password@host:5672/vhost`, is never shown. */
export function connectBroker(url: string, { timeoutSeconds = TIMEOUT_SECONDS, onLost }: BrokerConnection): AmqpConnectionManager {
  const connection = connect([url], {
    heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
    reconnectTimeInSeconds: RECONNECT_SECONDS,
    connectionOptions: { timeout: timeoutSeconds * 1_000 },
  });
  // What is said of a failure names no credentials: of the argument only the error is looked at.
  const lost = ({ err }: { readonly err: Error }): void => onLost(err);
  return connection.on('connectFailed', lost).on('disconnect', lost);
}
