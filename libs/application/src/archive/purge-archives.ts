import { CallstitchError } from '@callstitch/domain';
import type { PurgePlan } from '../retention/purge-plan.js';
import type { PurgeSession } from '../retention/purge-store.js';
import type { KeepCalls } from './keep-calls.js';
import type { CallLogArchive, CallLogArchives, PromisedArchive } from './call-log-archives.js';

export interface PurgeArchivesOptions {
  readonly archives: CallLogArchives;
  /** Where this purge archives; null when it was not asked to. */
  readonly directory: string | null;
}

/**
 * The archives of one purge: its own, and those that killed ones promised.
 *
 * What a purge took out of sight with a promise is archived by whoever finishes it: where it was promised, or in the
 * archive of the one that finishes it, when it has one and the other cannot be written.
 */
export class PurgeArchives {
  private own: CallLogArchive | null = null;
  private readonly resumed = new Map<number, CallLogArchive | null>();
  private promised: readonly PromisedArchive[] = [];

  private constructor(
    private readonly session: PurgeSession,
    private readonly runId: number,
    private readonly options: PurgeArchivesOptions | null,
  ) {}

  /** Makes the place of this purge and has it recorded, before anything is deleted. */
  static async open(session: PurgeSession, runId: number, options: PurgeArchivesOptions | null): Promise<PurgeArchives> {
    const opened = new PurgeArchives(session, runId, options);
    opened.promised = await session.promisedArchives();
    if (options?.directory == null) return opened;
    opened.own = await options.archives.begin(options.directory, runId);
    await session.promiseArchive(runId, opened.own.place);
    return opened;
  }

  /** Whether whole call logs may have to be kept. */
  get busy(): boolean {
    return this.own !== null || this.promised.length > 0;
  }

  /** How calls that this purge deletes are kept; null when they are not. */
  keep(): KeepCalls | null {
    const { own } = this;
    return own === null ? null : (calls) => own.keep(calls);
  }

  /** How calls that a purge took out of sight are kept. Rejects with ARCHIVE_UNUSABLE when that was promised and cannot be. */
  async keepOf(runId: number): Promise<KeepCalls | null> {
    const archive = (await this.resume(runId)) ?? this.own;
    if (archive !== null) return (calls) => archive.keep(calls);
    const promise = this.promised.find((one) => one.runId === runId);
    if (promise === undefined) return null;
    throw new CallstitchError(
      'ARCHIVE_UNUSABLE',
      `Purge ${runId} did not come to its end and its call logs are to be archived in ${promise.place}, which cannot be written; ` +
        'bring that folder back, or name another one with --archive.',
    );
  }

  /** Writes the manifests: of this purge, and of killed ones whose archives are there. */
  async finish(plan: PurgePlan): Promise<void> {
    for (const { runId, plan: theirs } of this.promised) {
      const archive = await this.resume(runId);
      if (archive === null) continue;
      await archive.finish({ runId, plan: theirs });
      await this.session.archived(runId);
    }
    if (this.own === null) return;
    await this.own.finish({ runId: this.runId, plan });
    await this.session.archived(this.runId);
  }

  private async resume(runId: number): Promise<CallLogArchive | null> {
    const promise = this.promised.find((one) => one.runId === runId);
    if (promise === undefined || this.options === null) return null;
    const known = this.resumed.get(runId);
    if (known !== undefined) return known;
    const archive = await this.options.archives.resume(promise.place).catch(unlessUnusable);
    this.resumed.set(runId, archive);
    return archive;
  }
}

function unlessUnusable(error: unknown): null {
  if (error instanceof CallstitchError && error.code === 'ARCHIVE_UNUSABLE') return null;
  throw error;
}
