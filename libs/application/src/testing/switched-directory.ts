import type { Dialect } from '../dialect.js';
import type { DirectoryQuestion, DirectorySource } from '../directory-source.js';
import { plainDialect } from './plain-dialect.js';

/** A directory with a switch: away it answers nothing, back it knows everybody, by the name asked for. */
export class SwitchedDirectory implements DirectorySource {
  readonly version = 'switched';
  away = false;
  private readonly known = new Set<DirectoryQuestion>();
  private open: DirectoryQuestion[] = [];

  readonly directory = {
    byEndpoint: (name: string) => {
      if (this.known.has(name)) {
        return { name, number: name, context: null, userUuid: null, lineId: null, tenantUuid: null, tags: [] };
      }
      this.open.push(name);
      return null;
    },
    byNumber: () => null,
    byUserUuid: () => null,
    tenantOfContext: () => null,
    voicemail: () => null,
    trunks: [],
  };

  /** Tells as the plain dialect does, with the source's name from this directory. */
  readonly dialect: Dialect = {
    name: 'switched',
    tell: (conversation) => {
      const told = plainDialect.tell(conversation);
      if ('reason' in told) return told;
      const name = this.directory.byEndpoint(told.callLog.source.number)?.name ?? '';
      return { ...told, callLog: { ...told.callLog, source: { ...told.callLog.source, name } } };
    },
  };

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  openQuestions(): readonly DirectoryQuestion[] {
    return this.open.splice(0);
  }

  inquire(questions: readonly DirectoryQuestion[]): Promise<ReadonlyMap<DirectoryQuestion, string>> {
    if (this.away) return Promise.resolve(new Map(questions.map((question) => [question, 'the directory is away'])));
    for (const question of questions) this.known.add(question);
    return Promise.resolve(new Map());
  }
}
