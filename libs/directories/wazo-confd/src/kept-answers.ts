import type { Instant } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';

interface Kept<Answer> {
  /** null: confd knows nobody. */
  readonly answer: Answer | null;
  readonly learntAt: Instant;
  used: boolean;
}

export interface KeptAnswersOptions<Answer> {
  readonly now: () => Instant;
  readonly keepSeconds: number;
  /** For answers that name nobody: what is missing today may be there in a minute. */
  readonly keepUnknownSeconds: number;
  readonly namesSomebody: (answer: Answer) => boolean;
}

/** What confd said about one topic. An answer that expired is still given: only `expire` forgets. */
export class KeptAnswers<Answer> {
  readonly #kept = new Map<string, Kept<Answer>>();
  #revision = 0;

  constructor(private readonly options: KeptAnswersOptions<Answer>) {}

  /** Another number after each change. */
  get revision(): number {
    return this.#revision;
  }

  has(subject: string): boolean {
    return this.#kept.has(subject);
  }

  /** undefined when it is not known whether there is an answer. */
  recall(subject: string): Answer | null | undefined {
    const kept = this.#kept.get(subject);
    if (kept !== undefined) kept.used = true;
    return kept?.answer;
  }

  learn(subject: string, answer: Answer | null): void {
    this.#kept.set(subject, { answer, learntAt: this.options.now(), used: false });
    this.#revision += 1;
  }

  /** Forgets expired answers that nobody used, and gives the expired ones that should be asked again. */
  expire(): string[] {
    const expired = [...this.#kept].filter(([, kept]) => this.#isExpired(kept));
    for (const [subject, { used }] of expired) if (!used) this.#forget(subject);
    return expired.flatMap(([subject, { used }]) => (used ? subject : []));
  }

  /** When confd does not say it again, what it knew is believed longer, but not that it knew nobody. */
  doubt(subject: string): void {
    const kept = this.#kept.get(subject);
    if (kept !== undefined && !this.#namesSomebody(kept)) this.#forget(subject);
  }

  known(): Answer[] {
    return [...this.#kept.values()].flatMap(({ answer }) => answer ?? []);
  }

  #isExpired(kept: Kept<Answer>): boolean {
    const { now, keepSeconds, keepUnknownSeconds } = this.options;
    return secondsBetween(kept.learntAt, now()) >= (this.#namesSomebody(kept) ? keepSeconds : keepUnknownSeconds);
  }

  #namesSomebody({ answer }: Kept<Answer>): boolean {
    return answer !== null && this.options.namesSomebody(answer);
  }

  #forget(subject: string): void {
    this.#kept.delete(subject);
    this.#revision += 1;
  }
}
