import type { DirectoryQuestion } from '@callstitch/application';
import type { Directory, DirectoryEntry, Mailbox, Voicemail } from '@callstitch/domain';
import { entryOfLine, entryOfUser } from './entries.js';
import type { KeptAnswers } from './kept-answers.js';
import { mailboxSubject, writeQuestion } from './questions.js';
import type { Topic } from './questions.js';
import type { ConfdLine } from './read-line.js';
import type { ConfdUser } from './read-user.js';
import type { ConfdContext, ConfdVoicemail } from './ways-to-ask.js';

/** What confd has said so far, by topic. */
export interface Known {
  readonly lines: KeptAnswers<ConfdLine>;
  readonly users: KeptAnswers<ConfdUser>;
  readonly contexts: KeptAnswers<ConfdContext>;
  readonly voicemails: KeptAnswers<ConfdVoicemail>;
}

/** What may stand in a path without meaning anything else there. No id of confd has other characters. */
const PLAIN_ID = /^[\w-]+$/;

/** Answers from what confd has said, and notes what it was not asked yet. */
export class ConfdDirectory implements Directory {
  /** confd does not say which of its lines lead outside. */
  readonly trunks: readonly string[] = [];
  readonly #open = new Set<DirectoryQuestion>();
  #numbers: { readonly revision: number; readonly lines: ReadonlyMap<string, ConfdLine> } = { revision: -1, lines: new Map() };

  constructor(private readonly known: Known) {}

  /** The questions noted since the last call. */
  takeOpen(): readonly DirectoryQuestion[] {
    const open = [...this.#open];
    this.#open.clear();
    return open;
  }

  byEndpoint(endpoint: string): DirectoryEntry | null {
    if (endpoint === '') return null;
    const line = this.known.lines.recall(endpoint);
    if (line === undefined) return this.#note('line', endpoint);
    if (line === null || line.userUuid === null) return null;
    const user = this.known.users.recall(line.userUuid);
    if (user === undefined) return this.#note('line', endpoint);
    return user === null ? null : entryOfLine(user, line);
  }

  /** Only of lines that are known already: confd has no question for it that would be answered with a person. */
  byNumber(number: string): DirectoryEntry | null {
    const line = this.#linesByNumber().get(number);
    const user = this.known.users.recall(line?.userUuid ?? '');
    return line === undefined || !user ? null : entryOfLine(user, line);
  }

  byUserUuid(uuid: string): DirectoryEntry | null {
    if (!PLAIN_ID.test(uuid)) return null;
    const user = this.known.users.recall(uuid);
    if (user === undefined) return this.#note('user', uuid);
    return user === null ? null : entryOfUser(user);
  }

  tenantOfContext(name: string): string | null {
    if (name === '') return null;
    const context = this.known.contexts.recall(name);
    return context === undefined ? this.#note('context', name) : (context?.tenantUuid ?? null);
  }

  voicemail(mailbox: Mailbox): Voicemail | null {
    if (mailbox.number === '' || (mailbox.tenantUuid !== null && !PLAIN_ID.test(mailbox.tenantUuid))) return null;
    const subject = mailboxSubject(mailbox);
    const voicemail = this.known.voicemails.recall(subject);
    if (voicemail === undefined) return this.#note('voicemail', subject);
    return voicemail === null ? null : { id: voicemail.id, name: voicemail.name };
  }

  #note(topic: Topic, subject: string): null {
    this.#open.add(writeQuestion({ topic, subject }));
    return null;
  }

  #linesByNumber(): ReadonlyMap<string, ConfdLine> {
    const { lines } = this.known;
    if (this.#numbers.revision !== lines.revision) {
      const byNumber = new Map<string, ConfdLine>();
      for (const line of lines.known()) {
        if (line.extension !== null && !byNumber.has(line.extension.exten)) byNumber.set(line.extension.exten, line);
      }
      this.#numbers = { revision: lines.revision, lines: byNumber };
    }
    return this.#numbers.lines;
  }
}
