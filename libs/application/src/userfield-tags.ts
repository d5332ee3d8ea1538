import type { CallLog } from '@callstitch/domain';

const TAGGER = 'userfield';

/** The call log with the words of its participants' userfields as tags, each once. */
export function withUserfieldTags(callLog: CallLog): CallLog {
  const words = new Set<string>();
  for (const { tags } of callLog.participants) for (const tag of tags) words.add(tag);
  if (words.size === 0) return callLog;
  return { ...callLog, tags: [...callLog.tags, ...[...words].map((tag) => ({ tag, tagger: TAGGER }))] };
}
