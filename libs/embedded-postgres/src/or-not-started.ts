import { CallstitchError } from '@callstitch/domain';
import { failureSentence } from './failure.ts';

/** Gives a failure the code that callers compare. */
export async function orNotStarted<Result>(start: () => Promise<Result>): Promise<Result> {
  try {
    return await start();
  } catch (error) {
    throw new CallstitchError('DATABASE_NOT_STARTED', failureSentence(error), { cause: error });
  }
}
