import type { RunBook } from '@callstitch/application';

export interface RecordedWork<Result> {
  /** Who asked; the command unless said otherwise. */
  readonly trigger?: string;
  /** What was asked. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly work: () => Promise<Result>;
  /** What of the result is worth keeping. */
  readonly summary: (result: Result) => Readonly<Record<string, unknown>>;
}

/** Does some work and records it, failures included; the failure stays the one that the caller hears of. */
export async function recorded<Result>(
  runs: RunBook,
  { trigger = 'command', options, work, summary }: RecordedWork<Result>,
): Promise<Result> {
  const id = await runs.begin(trigger, options);
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    await runs.end(id, { error: error instanceof Error ? error.message : String(error) }).catch(() => undefined);
    throw error;
  }
  await runs.end(id, { result: summary(result) });
  return result;
}
