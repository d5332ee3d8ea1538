import type { DirectorySource } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError, instant } from '@callstitch/domain';
import { ConfdClient } from './confd-client.js';
import { codeOf } from './confd-failure.js';
import { ConfdConnection } from './confd-connection.js';
import { ConfdDirectory } from './confd-directory.js';
import { ConfdTopic } from './confd-topic.js';
import { answerQuestions } from './inquiry.js';
import { KeptAnswers } from './kept-answers.js';
import { KeptToken } from './kept-token.js';
import type { AskForToken } from './kept-token.js';
import { Slots } from './slots.js';
import type { WayToAsk } from './way-to-ask.js';
import { contexts, lines, users, voicemails } from './ways-to-ask.js';

export interface WazoConfdOptions {
  /** With the version of the API, e.g. `https://localhost:9486/1.1`. */
  readonly baseUrl: string;
  /** Asked for once, and again when confd refuses the token. */
  readonly token: AskForToken;
  readonly timeoutSeconds?: number;
  readonly mostAtOnce?: number;
  /** How long an answer is used before it is asked again. */
  readonly keepSeconds?: number;
  readonly keepUnknownSeconds?: number;
  /** Tries after the first. */
  readonly retries?: number;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Instant;
}

const DEFAULTS = { timeoutSeconds: 10, mostAtOnce: 8, keepSeconds: 300, keepUnknownSeconds: 30, retries: 3 };
const FEWEST_FAILURES = 4;

/** The directory of a Wazo system, asked over HTTP. Throws ARGUMENT_INVALID for an address that cannot be asked; nothing is asked yet. */
export function openWazoConfd(options: WazoConfdOptions): DirectorySource {
  const { timeoutSeconds, mostAtOnce, keepSeconds, keepUnknownSeconds, retries } = { ...DEFAULTS, ...options };
  const { fetch = globalThis.fetch, now = () => instant(Date.now() * 1_000) } = options;
  const baseUrl = checkedAddress(options.baseUrl);
  const connection = new ConfdConnection({ baseUrl, token: new KeptToken(options.token, timeoutSeconds), timeoutSeconds, fetch });
  const slots = new Slots(Math.max(mostAtOnce, 1));
  const client = (tries: { readonly retries: number }): ConfdClient =>
    new ConfdClient({ connection, slots, mostFailures: Math.max(mostAtOnce, FEWEST_FAILURES), ...tries });

  const topic = <Answer>(way: WayToAsk<Answer>, namesSomebody: (answer: Answer) => boolean = () => true): ConfdTopic<Answer> =>
    new ConfdTopic(way, new KeptAnswers({ now, keepSeconds, keepUnknownSeconds, namesSomebody }));
  const topics = {
    lines: topic(lines, ({ userUuid }) => userUuid !== null),
    users: topic(users),
    contexts: topic(contexts),
    voicemails: topic(voicemails),
  };
  const directory = new ConfdDirectory({
    lines: topics.lines.kept,
    users: topics.users.kept,
    contexts: topics.contexts.kept,
    voicemails: topics.voicemails.kept,
  });

  // One after another: the second finds what the first has learnt.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => null);
    return result;
  };

  return {
    directory,
    version: `wazo-confd ${baseUrl}`,
    openQuestions: () => directory.takeOpen(),
    inquire: (questions) =>
      inTurn(() => answerQuestions(questions, { topics, newClient: () => client({ retries }) })).catch(
        (error: unknown) => new Map(questions.map((question) => [question, `wazo-confd could not be asked (${codeOf(error)})`])),
      ),
    // Nobody waits for a renewal that fails: what matters is asked again, and then with patience.
    refresh: () =>
      inTurn(async () => {
        const hasty = client({ retries: 0 });
        await Promise.all(Object.values(topics).map((each) => each.renew(hasty)));
      }).catch(() => undefined),
  };
}

function checkedAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isFit =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '' && url.search === '';
  if (isFit) return address.replace(/\/+$/, '');
  throw new CallstitchError(
    'ARGUMENT_INVALID',
    'The address of wazo-confd must be like https://localhost:9486/1.1, without a name and a password.',
  );
}
