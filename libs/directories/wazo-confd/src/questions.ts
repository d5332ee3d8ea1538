import type { DirectoryQuestion } from '@callstitch/application';
import type { Mailbox } from '@callstitch/domain';

/** What confd can be asked about. */
export type Topic = 'line' | 'user' | 'context' | 'voicemail';

/** A question taken apart: the topic and what stands for one thing of it, e.g. a line's name. */
export interface Question {
  readonly topic: Topic;
  readonly subject: string;
}

const TOPICS: readonly string[] = ['line', 'user', 'context', 'voicemail'] satisfies readonly Topic[];

export function writeQuestion({ topic, subject }: Question): DirectoryQuestion {
  return `${topic} ${subject}`;
}

/** null when it is no question of ours. */
export function readQuestion(question: DirectoryQuestion): Question | null {
  const [, topic = '', subject = ''] = /^([a-z]+) (.+)$/s.exec(question) ?? [];
  return TOPICS.includes(topic) ? { topic: topic as Topic, subject } : null;
}

/** A mailbox as the subject of a question. */
export function mailboxSubject({ number, context, tenantUuid }: Mailbox): string {
  return JSON.stringify([number, context, tenantUuid]);
}

export function mailboxOf(subject: string): Mailbox {
  const [number, context, tenantUuid] = JSON.parse(subject) as [string, string | null, string | null];
  return { number, context, tenantUuid };
}
