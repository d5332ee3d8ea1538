import type { Conversation } from '@callstitch/correlation';
import type { CallLog, CallTag, Telling } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import type { Dialect } from './dialect.js';
import type { DirectoryQuestion, DirectorySource } from './directory-source.js';

/** Puts words on calls; never throws, whatever its plugins do. */
export interface CallTagger {
  /** `onSilent` hears which tagger could not answer for this call. */
  tag(callLog: CallLog, onSilent?: (tagger: string) => void): readonly CallTag[];
}

/** Who tells: a dialect, the directory that it asks, if it asks one, and who tags what was told. */
export interface Narrator {
  readonly dialect: Dialect;
  readonly directory: DirectorySource | null;
  readonly tagger: CallTagger | null;
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
    return isRefusal(told) ? { reason: told.reason, waiting: false } : told;
  } catch (error) {
    return { reason: `cannot be told: ${error instanceof Error ? error.message : String(error)}`, waiting: false };
  }
}

function tagged(told: Telling | Untold, tagger: CallTagger | null): Telling | Untold {
  if (tagger === null || isUntold(told)) return told;
  const { callLog } = told;
  const tags = tagger.tag(callLog);
  return tags.length === 0 ? told : { ...told, callLog: { ...callLog, tags: [...callLog.tags, ...tags] } };
}

/**
 * Tells each conversation, in the order given. What the directory does not know yet is asked for all of them together,
 * and those that wanted it are told again; one whose question stays without an answer waits.
 */
export async function tellEach(
  conversations: readonly Conversation[],
  { dialect, directory, tagger }: Narrator,
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
      if (questions.length === 0) results[place] = tagged(told, tagger);
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
