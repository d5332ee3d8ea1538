import type { AnnouncementName } from '@callstitch/application';
import type { Direction } from '@callstitch/domain';

/** A bus that is told. */
export interface AmqpSettings {
  /** `amqp://user:password@host:5672/vhost`. */
  readonly url: string;
  /** `wazo-headers` unless named. */
  readonly exchange?: string;
  /** `headers` unless named. */
  readonly exchangeType?: string;
  /** On a Wazo its `XIVO_UUID`; none unless named. */
  readonly originUuid?: string | null;
}

/** Who is told by HTTP, and of what; what is absent does not restrict. */
export interface WebhookSettings {
  /** Small letters, digits and dashes; its position and its failed deliveries are remembered by it. */
  readonly name: string;
  readonly url: string;
  /** The environment variable that holds the secret of its signatures. */
  readonly secretEnv: string;
  /** Absent for all that is for a tenant; what is for one user alone must be asked for by name. */
  readonly events?: readonly AnnouncementName[];
  readonly tenants?: readonly string[];
  readonly directions?: readonly Direction[];
  readonly tags?: readonly string[];
  readonly users?: readonly string[];
  /** How long its receiver may take to answer; 10 unless named. */
  readonly timeoutSeconds?: number;
  /** A `seq` of the change feed behind which it begins when it is new; the present end unless named. */
  readonly from?: string;
}

/** Who is told what happens to call logs, exports and retentions. */
export interface AnnounceSettings {
  /** null for no bus. */
  readonly amqp: AmqpSettings | null;
  readonly webhooks: readonly WebhookSettings[];
}

export const AMQP_DEFAULTS = { exchange: 'wazo-headers', exchangeType: 'headers', originUuid: null } as const;

export const WEBHOOK_TIMEOUT_SECONDS = 10;
