import type { CallLog, CallTag } from '@callstitch/domain';
import type { CallLogs } from '../read/call-logs.js';
import type { RetagBook } from '../retag/retag-book.js';
import type { Retagged, RetagOptions } from '../retag/retag-call-logs.js';
import { retagCallLogs } from '../retag/retag-call-logs.js';
import type { Runner } from './generation-contract.js';
import type { MemoryChange } from './memory-call-log-book.js';

/** Call logs of calls with some names, with what a test sees beside the ports. */
export interface RetagSubject {
  readonly source: string;
  readonly book: RetagBook;
  readonly callLogs: CallLogs;
  changes(): Promise<readonly MemoryChange[]>;
  /** Generates what is unread or due. */
  generate(): Promise<void>;
}

const EVERYTHING = { limit: 1000, after: null };

/** What every RetagBook must do; the fake and the real one run the same sentences. */
export function retagContract(open: (names: readonly string[]) => Promise<RetagSubject>, { test, expect }: Runner): void {
  const all = async ({ callLogs }: RetagSubject): Promise<readonly CallLog[]> =>
    [...(await callLogs.find({}, EVERYTHING)).callLogs].sort((one, other) => (one.id ?? 0) - (other.id ?? 0));
  const tagsOf = async (subject: RetagSubject): Promise<readonly string[]> =>
    (await all(subject)).map(({ tags, version }) => `${version}: ${tags.map(({ tag, tagger }) => `${tag} by ${tagger}`).join(', ')}`);
  const retag = (
    subject: RetagSubject,
    tagger: string,
    tags: (call: CallLog) => readonly string[],
    changed: Partial<RetagOptions> = {},
  ): Promise<Retagged> =>
    retagCallLogs({
      ...subject,
      tagger: { tag: (call): readonly CallTag[] => tags(call).map((tag) => ({ tag, tagger })) },
      taggers: new Set([tagger]),
      filter: {},
      ...changed,
    });
  const caller = ({ source }: CallLog): readonly string[] => [`from-${source.number}`];

  test('a tagger replaces its own tags and no one else’s', async () => {
    const subject = await open(['a']);
    await retag(subject, 'caller', caller);
    await retag(subject, 'other', () => ['x', 'y']);
    expect(await retag(subject, 'caller', () => ['z'])).toEqual({ looked: 1, changed: 1, passedBy: 0 });
    expect(await tagsOf(subject)).toEqual(['4: x by other, y by other, z by caller']);
  });

  test('the next version is announced, and the same tags again write nothing', async () => {
    const subject = await open(['a', 'b']);
    const before = (await subject.changes()).length;
    expect(await retag(subject, 'caller', caller)).toEqual({ looked: 2, changed: 2, passedBy: 0 });
    expect(await retag(subject, 'caller', caller)).toEqual({ looked: 2, changed: 0, passedBy: 0 });
    const changes = (await subject.changes()).slice(before);
    expect(changes.map(({ kind, version }) => `${kind} ${version}`)).toEqual(['updated 2', 'updated 2']);
  });

  test('the tags of a tagger that cannot answer stay', async () => {
    const subject = await open(['a']);
    await retag(subject, 'hold', () => ['legal-hold']);
    const away = { tag: (_call: CallLog, onSilent?: (tagger: string) => void): readonly CallTag[] => (onSilent?.('hold'), []) };
    expect(await retag(subject, 'hold', () => [], { tagger: away })).toEqual({ looked: 1, changed: 0, passedBy: 0 });
    expect(await tagsOf(subject)).toEqual(['2: legal-hold by hold']);
  });

  test('a dry run says what would change and changes nothing', async () => {
    const subject = await open(['a']);
    const heard: string[] = [];
    await retag(subject, 'caller', caller, { dryRun: true, onChange: ({ tags }) => void heard.push(...tags.map(({ tag }) => tag)) });
    expect(heard).toEqual(['from-a']);
    expect(await tagsOf(subject)).toEqual(['1: ']);
  });

  test('only the calls of the filter are looked at', async () => {
    const subject = await open(['a', 'b']);
    expect(await retag(subject, 'caller', caller, { filter: { number: 'b' } })).toEqual({ looked: 1, changed: 1, passedBy: 0 });
    expect(await tagsOf(subject)).toEqual(['1: ', '2: from-b by caller']);
  });

  test('a call that changed since it was read is left alone', async () => {
    const subject = await open(['a']);
    const [before] = await all(subject);
    await retag(subject, 'caller', caller);
    const late = [{ before: before as CallLog, tags: [{ tag: 'late', tagger: 'late' }] }];
    expect(await subject.book.retag(subject.source, late)).toEqual(0);
    expect(await tagsOf(subject)).toEqual(['2: from-a by caller']);
  });

  test('many calls are retagged page by page, each once', async () => {
    const subject = await open(Array.from({ length: 40 }, (_none, index) => `call-${index}`));
    expect(await retag(subject, 'caller', caller)).toEqual({ looked: 40, changed: 40, passedBy: 0 });
    expect(new Set((await all(subject)).map(({ version }) => version))).toEqual(new Set([2]));
  });
}
