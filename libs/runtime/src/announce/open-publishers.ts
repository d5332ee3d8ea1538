import type { AnnouncementFeed, DeliveryBook, Publisher, RetryPlan, TellingParts, Webhook } from '@callstitch/application';
import { DEFAULT_RETRIES, WebhookPublisher } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { AnnounceSettings, WebhookSettings } from './announce-settings.js';
import { AMQP_DEFAULTS, WEBHOOK_TIMEOUT_SECONDS } from './announce-settings.js';
import { checkWebhooks } from './check-webhooks.js';

export interface PublisherParts extends TellingParts {
  readonly feed: AnnouncementFeed;
  readonly deliveries: DeliveryBook;
  /** Where secrets are. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly retries?: RetryPlan;
  readonly now: () => Instant;
}

/** A publisher, and where it begins when it is new; null for the end of the feed. */
export interface OpenPublisher {
  readonly publisher: Publisher;
  readonly from: string | null;
}

/** Opens what the settings name; nothing is sent yet. Rejects with CONFIG_INVALID, and nothing is open then. */
export async function openPublishers({ amqp, webhooks }: AnnounceSettings, parts: PublisherParts): Promise<readonly OpenPublisher[]> {
  checkWebhooks(webhooks);
  const opened: OpenPublisher[] = [];
  for (const webhook of webhooks) opened.push(await openWebhook(webhook, parts));
  if (amqp !== null) {
    const { openAmqpPublisher } = await import('@callstitch/publisher-amqp');
    opened.push({ publisher: openAmqpPublisher({ ...AMQP_DEFAULTS, ...amqp, now: parts.now }), from: null });
  }
  return opened;
}

async function openWebhook(settings: WebhookSettings, parts: PublisherParts): Promise<OpenPublisher> {
  const { name, url, secretEnv, timeoutSeconds = WEBHOOK_TIMEOUT_SECONDS, from = null } = settings;
  const secret = parts.environment[secretEnv] ?? '';
  if (secret === '') {
    throw new CallstitchError(
      'CONFIG_INVALID',
      `The webhook ${name} wants its secret in the environment variable ${secretEnv}, which is not set.`,
    );
  }
  const { httpDeliverySender } = await import('@callstitch/publisher-webhooks');
  const sender = httpDeliverySender({ name, url, secret, timeoutSeconds, now: parts.now });
  const { deliveries: book, retries = DEFAULT_RETRIES } = parts;
  return { publisher: new WebhookPublisher({ ...parts, webhook: webhookOf(settings), sender, book, retries }), from };
}

function webhookOf({ name, events, tenants, directions, tags, users }: WebhookSettings): Webhook {
  const lower = (uuids: readonly string[] | undefined) => uuids?.map((uuid) => uuid.toLowerCase()) ?? null;
  return {
    name,
    events: events ?? null,
    tenantUuids: lower(tenants),
    directions: directions ?? null,
    tags: tags ?? null,
    userUuids: lower(users),
  };
}
