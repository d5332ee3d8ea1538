import type { DirectoryQuestion } from '@callstitch/application';
import type { ConfdClient } from './confd-client.js';
import type { ConfdTopic } from './confd-topic.js';
import { readQuestion } from './questions.js';
import type { Question, Topic } from './questions.js';
import type { ConfdLine } from './read-line.js';
import type { ConfdUser } from './read-user.js';
import type { ConfdContext, ConfdVoicemail } from './ways-to-ask.js';

/** All that confd can be asked about. */
export interface Topics {
  readonly lines: ConfdTopic<ConfdLine>;
  readonly users: ConfdTopic<ConfdUser>;
  readonly contexts: ConfdTopic<ConfdContext>;
  readonly voicemails: ConfdTopic<ConfdVoicemail>;
}

/**
 * Finds out all questions together: first lines, contexts and voicemails, then users, those of the lines among them.
 *
 * Each topic has a client of its own: one that has given up on lines would never ask for the users of lines that are known.
 */
export async function answerQuestions(
  questions: readonly DirectoryQuestion[],
  { topics, newClient }: { readonly topics: Topics; readonly newClient: () => ConfdClient },
): Promise<ReadonlyMap<DirectoryQuestion, string>> {
  const read = new Map(questions.map((question) => [question, readQuestion(question)]));
  const about = (topic: Topic): string[] => [...read.values()].flatMap((question) => (question?.topic === topic ? question.subject : []));
  const userOf = (line: string): string | null => topics.lines.kept.recall(line)?.userUuid ?? null;

  const [line, context, voicemail] = await Promise.all([
    topics.lines.inquire(about('line'), newClient()),
    topics.contexts.inquire(about('context'), newClient()),
    topics.voicemails.inquire(about('voicemail'), newClient()),
  ]);
  const usersOfLines = about('line').flatMap((name) => userOf(name) ?? []);
  const user = await topics.users.inquire([...about('user'), ...usersOfLines], newClient());

  const unanswered = { line, context, voicemail, user };
  const reasonOf = ({ topic, subject }: Question): string | undefined =>
    unanswered[topic].get(subject) ?? (topic === 'line' ? user.get(userOf(subject) ?? '') : undefined);
  const reasons = new Map<DirectoryQuestion, string>();
  for (const [question, known] of read) {
    const reason = known === null ? 'wazo-confd cannot be asked that' : reasonOf(known);
    if (reason !== undefined) reasons.set(question, reason);
  }
  return reasons;
}
