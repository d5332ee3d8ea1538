import type { Delivery, DeliverySender } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { Instant } from '@callstitch/domain';
import { signature } from './signature.js';

/** Where deliveries of one webhook go. */
export interface WebhookTarget {
  readonly name: string;
  /** `http:` or `https:`. */
  readonly url: string;
  /** Signs each delivery; never shown. */
  readonly secret: string;
  readonly timeoutSeconds: number;
  readonly now: () => Instant;
}

const MICROSECONDS_PER_SECOND = 1_000_000;

const LEAST_SECRET = 16;

/**
 * Sends by HTTP: any 2xx says that it was taken. Redirects are not followed: the receiver that was named is the one that is told. Of an
 * answer nothing but its status is looked at. Throws CONFIG_INVALID for a URL or a secret that cannot be used.
 */
export function httpDeliverySender(target: WebhookTarget): DeliverySender {
  const { secret, timeoutSeconds, now } = target;
  const url = urlOf(target);
  if (secret.length < LEAST_SECRET) {
    throw new CallstitchError(
      'CONFIG_INVALID',
      `The secret of the webhook ${target.name} is too short; give it ${LEAST_SECRET} characters or more.`,
    );
  }
  return {
    async send({ id, event, body }: Delivery) {
      const sentAt = Math.floor(now() / MICROSECONDS_PER_SECOND);
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutSeconds * 1_000),
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'User-Agent': 'Callstitch',
            'Callstitch-Event': event,
            'Callstitch-Delivery': id,
            'Callstitch-Signature': signature(body, { secret, sentAt }),
          },
          body,
        });
        await answer.body?.cancel();
        return answer.ok ? null : `answered ${answer.status}`;
      } catch (error) {
        return reasonOf(error, timeoutSeconds);
      }
    },
  };
}

function urlOf({ name, url }: WebhookTarget): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && ['http:', 'https:'].includes(parsed.protocol) && parsed.username === '' && parsed.password === '') return parsed;
  // It is not shown: a token may stand in it.
  throw new CallstitchError(
    'CONFIG_INVALID',
    `The URL of the webhook ${name} is not one such as https://crm.example.org/calls, without a password.`,
  );
}

/** In few words, without the URL. */
function reasonOf(error: unknown, timeoutSeconds: number): string {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  if (name === 'TimeoutError') return `gave no answer in ${timeoutSeconds} s`;
  return typeof cause?.code === 'string' ? `cannot be reached (${cause.code})` : 'cannot be reached';
}
