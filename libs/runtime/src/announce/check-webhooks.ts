import { ANNOUNCEMENT_NAMES, feedPlace } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { WebhookSettings } from './announce-settings.js';

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Throws CONFIG_INVALID with all that is wrong with webhooks at once; URLs and secrets are looked at when they are opened. */
export function checkWebhooks(webhooks: readonly WebhookSettings[]): void {
  const complaints = webhooks.flatMap((webhook, index) => complaintsOf(webhook, webhooks.slice(0, index)));
  if (complaints.length === 0) return;
  throw new CallstitchError('CONFIG_INVALID', ['The webhooks are not accepted:', ...complaints.map((one) => `- ${one}`)].join('\n'));
}

function complaintsOf({ name, events = [], from }: WebhookSettings, before: readonly WebhookSettings[]): readonly string[] {
  const unknown = events.filter((event) => !(ANNOUNCEMENT_NAMES as readonly string[]).includes(event));
  return [
    ...(NAME.test(name) ? [] : [`"${name}" is no name: take small letters, digits and dashes`]),
    ...(before.some((other) => other.name === name) ? [`${name} is there twice`] : []),
    ...unknown.map((event) => `${name}: there is no event ${event}; there are ${ANNOUNCEMENT_NAMES.join(', ')}`),
    ...(from === undefined || isPlace(from) ? [] : [`${name}: from is no line of the change feed`]),
  ];
}

function isPlace(seq: string): boolean {
  try {
    feedPlace(seq);
    return true;
  } catch {
    return false;
  }
}
