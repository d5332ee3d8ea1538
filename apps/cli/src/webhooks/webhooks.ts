import type { FailedDelivery } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { WebhookState } from '@callstitch/runtime';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { writeJsonArray } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';

/** How times are shown, and whether to people. */
export interface ShownHow {
  readonly timezone: string;
  readonly json?: boolean;
}

/** `behind` counts no further. */
const MOST_BEHIND = 10_000;

/** Shows how far each webhook is. */
export async function listWebhooks({ timezone, json = false }: ShownHow, terminal: Terminal): Promise<ExitCode> {
  const clock = wallClock(timezone);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const webhooks = await callstitch.announcing.webhooks();
    if (json) await writeJsonArray(webhooks.map(webhookJson), terminal.out);
    else if (webhooks.length === 0)
      await terminal.out.write('No webhook was ever announced to; callstitch.yml names them under announce.\n');
    else {
      const lines = columns([
        ['WEBHOOK', 'ANNOUNCED UP TO', 'BEHIND', 'WAITING', 'DEAD', `TROUBLE (${clock.timezone})`],
        ...webhooks.map(({ publisher, position, behind, waiting, dead, failure, failedAt }) => [
          nameOf(publisher),
          position,
          behind >= MOST_BEHIND ? `${MOST_BEHIND}+` : String(behind),
          String(waiting),
          String(dead),
          failure === null ? '-' : cleanText(`${failedAt === null ? '' : `${clock.dateAndTime(failedAt)} `}${failure}`),
        ]),
      ]);
      await terminal.out.write(`${lines.join('\n')}\n`);
    }
    return EXIT.fine;
  });
}

/** Shows what the receiver of a webhook did not take. */
export async function listFailed(webhook: string, { timezone, json = false }: ShownHow, terminal: Terminal): Promise<ExitCode> {
  const clock = wallClock(timezone);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const failed = await callstitch.announcing.failedDeliveries(webhook);
    if (json) await writeJsonArray(failed.map(deliveryJson), terminal.out);
    else if (failed.length === 0) await terminal.out.write(`Nothing waits, and nothing was given up, for ${webhook}.\n`);
    else {
      const lines = columns([
        ['SEQ', 'EVENT', 'ABOUT', 'STATE', 'TRIES', `NEXT (${clock.timezone})`, 'WHY'],
        ...failed.map(({ seq, name, subject, state, tries, nextAt, failure }) => [
          seq,
          name,
          subject,
          state,
          String(tries),
          state === 'dead' ? '-' : clock.dateAndTime(nextAt),
          cleanText(failure ?? 'waits behind another of the same'),
        ]),
      ]);
      await terminal.out.write(`${lines.join('\n')}\n`);
    }
    return EXIT.fine;
  });
}

/** Lets a webhook be told again from a line of the change feed on. */
export async function replayWebhook(webhook: string, from: string, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    await callstitch.announcing.replay(webhook, from);
    await terminal.out.write(`${webhook} is told everything from ${from} on again; a running service begins within seconds.\n`);
    return EXIT.fine;
  });
}

const nameOf = (publisher: string): string => publisher.slice(publisher.indexOf(':') + 1);

const time = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

function webhookJson({ publisher, failedAt, ...state }: WebhookState) {
  return { webhook: nameOf(publisher), ...state, failedAt: time(failedAt) };
}

function deliveryJson({ since, nextAt, ...delivery }: FailedDelivery) {
  return { ...delivery, since: time(since), nextAt: time(nextAt) };
}
