import type { ConfdClient } from './confd-client.js';
import { ConfdFailure } from './confd-failure.js';
import type { KeptAnswers } from './kept-answers.js';
import { readWholeList } from './read-whole-list.js';
import type { WholeList } from './read-whole-list.js';
import type { WayToAsk } from './way-to-ask.js';

/** So many are asked one by one; for more the whole list is read. */
const FEW = 20;

/** Of what a list does not hold that is whole by its own count, so many are asked singly to see whether that is true. */
const SAMPLE = 50;

/** What has no answer now, and why. */
export type Unanswered = ReadonlyMap<string, string>;

/** One topic of confd: what is known about it, and how more is found out with few requests. */
export class ConfdTopic<Answer> {
  #list: WholeList<Answer> | null = null;
  #askedSingly = 0;

  constructor(
    private readonly way: WayToAsk<Answer>,
    readonly kept: KeptAnswers<Answer>,
  ) {}

  /** Finds out what is not known yet. */
  inquire(subjects: Iterable<string>, client: ConfdClient): Promise<Unanswered> {
    return this.#ask(
      [...new Set(subjects)].filter((subject) => !this.kept.has(subject)),
      client,
    );
  }

  /** Begins a run: nothing is taken from the lists of the run before, and what expired is asked again. */
  async renew(client: ConfdClient): Promise<void> {
    this.#list = null;
    this.#askedSingly = 0;
    const unanswered = await this.#ask(this.kept.expire(), client);
    for (const subject of unanswered.keys()) this.kept.doubt(subject);
  }

  async #ask(subjects: readonly string[], client: ConfdClient): Promise<Unanswered> {
    await this.#readListFor(subjects.length, client);
    const left = byLot(subjects.filter((subject) => !this.#isAnsweredByList(subject)));
    const unlisted = this.#list?.isComplete === true ? left.slice(SAMPLE).filter((subject) => this.#candidates(subject).length === 0) : [];
    const trusted = new Set(unlisted);
    for (const subject of trusted) this.kept.learn(subject, null);
    const unanswered = new Map<string, string>();
    await Promise.all(
      left
        .filter((subject) => !trusted.has(subject))
        .map(async (subject) => {
          const reason = await this.#askSingly(subject, client);
          if (reason !== null) unanswered.set(subject, reason);
        }),
    );
    return unanswered;
  }

  /** Without its list a topic goes on singly: an answer late is better than none. */
  async #readListFor(count: number, client: ConfdClient): Promise<void> {
    const wanted = count === 0 ? 0 : count + this.#askedSingly;
    const isDue = this.#list === null ? wanted > FEW : this.#list.isCut && wanted >= this.#list.pages;
    if (!isDue) return;
    try {
      this.#list = await readWholeList(this.way, { client, mostPages: wanted });
    } catch (error) {
      if (!(error instanceof ConfdFailure)) throw error;
    }
  }

  #candidates(subject: string): readonly Answer[] {
    return this.#list?.items.get(this.way.keyOf?.(subject) ?? subject) ?? [];
  }

  #isAnsweredByList(subject: string): boolean {
    const answer = this.way.choose(this.#candidates(subject), subject);
    if (answer !== undefined) this.kept.learn(subject, answer);
    return answer !== undefined;
  }

  async #askSingly(subject: string, client: ConfdClient): Promise<string | null> {
    this.#askedSingly += 1;
    try {
      this.kept.learn(subject, await this.way.one(subject, client));
      return null;
    } catch (error) {
      if (error instanceof ConfdFailure) return error.reason;
      throw error;
    }
  }
}

/** In another order each time: some that always fail must not keep the others from being asked before confd is given up. */
function byLot(subjects: readonly string[]): string[] {
  return subjects
    .map((subject) => ({ subject, lot: Math.random() }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ subject }) => subject);
}
