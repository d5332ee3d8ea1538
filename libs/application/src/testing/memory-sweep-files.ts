import type { Instant } from '@callstitch/domain';
import type { Removal } from '../retention/recording-files.js';
import type { FoundFile, Listed, SweepFiles, SweptDirectory, Whereabouts } from '../sweep/sweep-files.js';

/** Files in memory, in directories that may be unmounted; some of them cannot be removed. */
export class MemorySweepFiles implements SweepFiles {
  private readonly found = new Map<string, FoundFile>();
  /** How a directory looks, other than its files say. */
  readonly states = new Map<string, 'missing' | 'unreadable'>();
  /** Where links lead, as the beginnings of paths. */
  readonly links = new Map<string, string>();
  /** Who tries to remove one of these is told why it cannot be. */
  readonly unremovable = new Map<string, string>();

  constructor(private readonly names: readonly string[]) {}

  put(path: string, writtenAt: Instant, bytes = 10): void {
    this.found.set(path, { path, bytes, writtenAt });
  }

  get paths(): readonly string[] {
    return [...this.found.keys()].sort();
  }

  directories(): Promise<readonly SweptDirectory[]> {
    return Promise.resolve(
      this.names.map((directory) => ({
        directory,
        state: this.states.get(directory) ?? (this.within(directory).length > 0 ? 'usable' : 'empty'),
      })),
    );
  }

  locate(path: string): Promise<Whereabouts> {
    const [link, target] = [...this.links].find(([from]) => path.startsWith(`${from}/`)) ?? ['', ''];
    const realPath = target + path.slice(link.length);
    const directory = this.names.find((name) => realPath.startsWith(`${name}/`)) ?? null;
    const state = directory === null ? undefined : this.states.get(directory);
    if (state === 'unreadable') return Promise.resolve({ kind: 'unknown', directory });
    if (state === undefined && this.found.has(realPath)) return Promise.resolve({ kind: 'there', realPaths: [realPath] });
    return Promise.resolve({ kind: 'missing', directory });
  }

  async *list(directory: string, atOnce: number): AsyncIterable<Listed> {
    const files = this.within(directory);
    for (let from = 0; from < files.length; from += atOnce) {
      yield await Promise.resolve({ kind: 'files', files: files.slice(from, from + atOnce) });
    }
  }

  remove({ path }: FoundFile, writtenBefore: Instant): Promise<Removal> {
    const reason = this.unremovable.get(path);
    if (reason !== undefined) return Promise.resolve({ kind: 'failed', reason });
    const file = this.found.get(path);
    if (file === undefined) return Promise.resolve({ kind: 'missing' });
    if (file.writtenAt >= writtenBefore) return Promise.resolve({ kind: 'failed', reason: 'written to just now' });
    this.found.delete(path);
    return Promise.resolve({ kind: 'removed' });
  }

  private within(directory: string): readonly FoundFile[] {
    return [...this.found.values()].filter(({ path }) => path.startsWith(`${directory}/`));
  }
}
