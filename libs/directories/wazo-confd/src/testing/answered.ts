import type { DirectoryQuestion, DirectorySource } from '@callstitch/application';
import type { Directory } from '@callstitch/domain';

/** What a directory says once nothing is open, or what stays open and why. */
export type Answered<Answer> = { readonly answer: Answer } | { readonly waits: ReadonlyMap<DirectoryQuestion, string> };

/** Asks as one does who tells calls: all at once, again after the answers are there. */
export async function answered<Answer>(source: DirectorySource, ask: (directory: Directory) => Answer): Promise<Answered<Answer>> {
  for (let round = 0; round < 3; round += 1) {
    const answer = ask(source.directory);
    const open = source.openQuestions();
    if (open.length === 0) return { answer };
    const waits = await source.inquire(open);
    if (waits.size > 0) return { waits };
  }
  throw new Error('the same question stays open');
}
