import type { Instant } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';

export interface BriefMemoryOptions {
  readonly keepSeconds: number;
  /** The oldest is forgotten first. */
  readonly most: number;
  readonly now: () => Instant;
}

/** Keeps answers for a moment, and no more of them than told, so that a flood of questions does not fill the memory. */
export class BriefMemory<Answer> {
  readonly #kept = new Map<string, { readonly answer: Answer; readonly learntAt: Instant }>();

  constructor(private readonly options: BriefMemoryOptions) {}

  get size(): number {
    return this.#kept.size;
  }

  /** undefined when nothing is known any more. A clock that was set back ends what was learnt after it. */
  recall(question: string): Answer | undefined {
    const kept = this.#kept.get(question);
    if (kept === undefined) return undefined;
    const age = secondsBetween(kept.learntAt, this.options.now());
    if (age >= 0 && age < this.options.keepSeconds) return kept.answer;
    this.#kept.delete(question);
    return undefined;
  }

  learn(question: string, answer: Answer): void {
    if (this.options.keepSeconds <= 0) return;
    // To the end of the line.
    this.#kept.delete(question);
    this.#kept.set(question, { answer, learntAt: this.options.now() });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.options.most && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** Forgets everything, because it may be wrong now. */
  clear(): void {
    this.#kept.clear();
  }
}
