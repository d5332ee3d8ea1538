import type { Conversation } from '@callstitch/correlation';
import { groupConversations } from '@callstitch/correlation';
import type { CallLog } from '@callstitch/domain';
import { aCall } from './testing/a-call.js';
import { plainDialect } from './testing/plain-dialect.js';
import type { Dialect } from './dialect.js';
import type { DirectorySource } from './directory-source.js';
import { isUntold, tellEach } from './tell-each.js';

/** A directory that learns the answers it is asked for, in one request for all of them. */
class LearningDirectory implements DirectorySource {
  readonly directory = {
    byEndpoint: (endpoint: string) => this.answer(`line ${endpoint}`),
    byNumber: () => null,
    byUserUuid: (uuid: string) => this.answer(`user ${uuid}`),
    tenantOfContext: () => null,
    voicemail: () => null,
    trunks: [],
  };
  readonly version = 'learning';
  readonly requests: (readonly string[])[] = [];
  private readonly known = new Set<string>();
  private open = new Set<string>();

  constructor(private readonly down: readonly string[] = []) {}

  private answer(question: string): null {
    if (!this.known.has(question)) this.open.add(question);
    return null;
  }

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  openQuestions(): readonly string[] {
    const questions = [...this.open];
    this.open = new Set();
    return questions;
  }

  inquire(questions: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.requests.push(questions);
    const answered = questions.filter((question) => !this.down.includes(question));
    for (const question of answered) this.known.add(question);
    return Promise.resolve(
      new Map(questions.filter((question) => !answered.includes(question)).map((one) => [one, 'the directory is away'])),
    );
  }
}

/** Asks for the line of its conversation, and once that is known for the user behind it. */
function asking(source: LearningDirectory): Dialect {
  return {
    name: 'asking',
    tell(conversation) {
      source.directory.byEndpoint(conversation.id);
      if (source.requests.flat().includes(`line ${conversation.id}`)) source.directory.byUserUuid(conversation.id);
      return plainDialect.tell(conversation);
    },
  };
}

function conversations(...names: string[]): readonly Conversation[] {
  return groupConversations(names.flatMap((name, index) => aCall(name, { firstId: 1 + 10 * index })));
}

test('what the dialect asks of the directory is found out for all conversations together, until nothing is asked any more', async () => {
  const source = new LearningDirectory();
  const told = await tellEach(conversations('a', 'b'), { dialect: asking(source), directory: source, tagger: null });
  expect(told.map(isUntold)).toEqual([false, false]);
  expect(source.requests).toEqual([
    ['line a', 'line b'],
    ['user a', 'user b'],
  ]);
});

test('a conversation whose question stays without an answer waits, and the others are told', async () => {
  const source = new LearningDirectory(['user b']);
  const told = await tellEach(conversations('a', 'b', 'c'), { dialect: asking(source), directory: source, tagger: null });
  expect(told.map((one) => (isUntold(one) ? one : 'told'))).toEqual(['told', { reason: 'the directory is away', waiting: true }, 'told']);
});

test('a directory that asks back without end is left alone', async () => {
  const source = new LearningDirectory();
  let round = 0;
  const dialect: Dialect = {
    name: 'curious',
    tell(conversation) {
      source.directory.byEndpoint(`line ${++round}`);
      return plainDialect.tell(conversation);
    },
  };
  const [told] = await tellEach(conversations('a'), { dialect, directory: source, tagger: null });
  expect(told).toEqual({ reason: 'the directory asks back without end', waiting: true });
});

test('a dialect that fails costs one conversation', async () => {
  const dialect: Dialect = {
    name: 'fragile',
    tell(conversation) {
      if ((conversation.id as string) === 'a') throw new Error('lost its thread');
      return plainDialect.tell(conversation);
    },
  };
  const told = await tellEach(conversations('a', 'b'), { dialect, directory: null, tagger: null });
  expect(told.map((one) => (isUntold(one) ? one.reason : 'told'))).toEqual(['cannot be told: lost its thread', 'told']);
});

test('what was told is tagged, after the tags that the dialect gave, and a void telling never is', async () => {
  const source = new LearningDirectory();
  let asked = 0;
  const tagger = {
    tag: ({ conversationId }: CallLog) => {
      asked++;
      return [{ tag: `of-${conversationId}`, tagger: 'test' }];
    },
  };
  const told = await tellEach(conversations('a', 'b'), { dialect: asking(source), directory: source, tagger });
  expect(told.map((one) => (isUntold(one) ? [] : one.callLog.tags))).toEqual([
    [{ tag: 'of-a', tagger: 'test' }],
    [{ tag: 'of-b', tagger: 'test' }],
  ]);
  expect(asked).toBe(2);
});
