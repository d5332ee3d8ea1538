import type { Conversation } from '@callstitch/correlation';
import type { Telling } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import type { Dialect } from './dialect.js';
import type { DirectoryQuestion, DirectorySource } from './directory-source.js';
import { withUserfieldTags } from './userfield-tags.js';

/** Who tells: a dialect, and the directory that it asks, if it asks one. */
export interface Narrator {
  readonly dialect: Dialect;
  readonly directory: DirectorySource | null;
}

/** Why a conversation cannot be told now. */
export interface Untold {
  readonly reason: string;
  /** The directory does not answer: the same rows may be told as soon as it does. */
  readonly waiting: boolean;
}

export function isUntold(told: Telling | Untold): told is Untold {
  return 'reason' in told;
}

/** Answers lead to further questions, from a line to its user to the user's tenant; a directory that forgets must not keep us. */
const MOST_ROUNDS = 8;

/** Why a conversation cannot be told: the dialect says so, or fails on it; that costs this conversation and no other. */
function tellOne(conversation: Conversation, dialect: Dialect): Telling | Untold {
  try {
    const told = dialect.tell(conversation);
    return isRefusal(told) ? { reason: told.reason, waiting: false } : { ...told, callLog: withUserfieldTags(told.callLog) };
  } catch (error) {
    return { reason: `cannot be told: ${error instanceof Error ? error.message : String(error)}`, waiting: false };
  }
}

/**
 * Tells each conversation, in the order given. What the directory does not know yet is asked for all of them together,
 * and those that wanted it are told again; one whose question stays without an answer waits.
 */
export async function tellEach(
  conversations: readonly Conversation[],
  { dialect, directory }: Narrator,
): Promise<readonly (Telling | Untold)[]> {
  const results = new Array<Telling | Untold>(conversations.length);
  const unanswered = new Map<DirectoryQuestion, string>();
  let waiting = [...conversations.keys()];
  for (let round = 0; waiting.length > 0; round++) {
    const asked = new Set<DirectoryQuestion>();
    const again: number[] = [];
    for (const place of waiting) {
      const told = tellOne(conversations[place] as Conversation, dialect);
      const questions = directory?.openQuestions() ?? [];
      const hopeless = questions.find((question) => unanswered.has(question));
      if (questions.length === 0) results[place] = told;
      else if (hopeless !== undefined) results[place] = { reason: unanswered.get(hopeless) as string, waiting: true };
      else if (round >= MOST_ROUNDS) results[place] = { reason: 'the directory asks back without end', waiting: true };
      else {
        again.push(place);
        for (const question of questions) asked.add(question);
      }
    }
    waiting = again;
    if (directory === null || asked.size === 0) continue;
    for (const [question, reason] of await directory.inquire([...asked])) unanswered.set(question, reason);
  }
  return results;
}
