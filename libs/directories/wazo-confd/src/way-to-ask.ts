import type { ConfdClient } from './confd-client.js';

/** How confd is asked about one topic. */
export interface WayToAsk<Answer> {
  /** Asks about one thing; null when confd knows nobody. Throws a ConfdFailure. */
  readonly one: (subject: string, client: ConfdClient) => Promise<Answer | null>;
  /** The list that holds everything of the topic. */
  readonly listPath: string;
  /** What an item of the list answers; throws a ConfdFailure when it cannot be read. */
  readonly identify: (item: unknown) => Identified<Answer>;
  /** What a question has in common with the items that may answer it; the subject itself unless said. */
  readonly keyOf?: (subject: string) => string;
  /** The answer that these items, all of that key, give for certain; undefined when confd must be asked. */
  readonly choose: (candidates: readonly Answer[], subject: string) => Answer | undefined;
}

/** An item of a list, and what it is found by. */
export interface Identified<Answer> {
  readonly key: string;
  readonly answer: Answer;
}
