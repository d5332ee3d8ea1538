import type { Cel } from '@callstitch/domain';
import type { Appended, CelTable } from '../import/cel-table.js';
import type { MemoryCelStore } from './memory-cel-store.js';

/** Adds rows to a `cel` table in memory, with the promises of the real one. */
export class MemoryCelTable implements CelTable {
  constructor(private readonly store: MemoryCelStore) {}

  async append(cels: readonly Cel[], { ownIds }: { readonly ownIds: boolean }): Promise<Appended> {
    const bounds = await this.store.bounds();
    const there = bounds === null ? [] : (await this.store.read(bounds)).cels;
    const byId = new Map(there.map((cel) => [cel.id, contentOf(cel)]));
    const contents = new Set(byId.values());
    let nextId = bounds?.until ?? 1;
    const fresh: Cel[] = [];
    let conflicting = 0;
    for (const cel of cels) {
      const content = contentOf(cel);
      const id = ownIds ? cel.id : nextId;
      const known = ownIds ? byId.get(id) === content : contents.has(content);
      if (known) continue;
      if (byId.has(id)) {
        conflicting++;
        continue;
      }
      if (!ownIds) nextId++;
      byId.set(id, content);
      contents.add(content);
      fresh.push({ ...cel, id });
    }
    await this.store.put(fresh);
    return { added: fresh.length, known: cels.length - fresh.length - conflicting, conflicting };
  }
}

function contentOf(cel: Cel): string {
  return JSON.stringify({ ...cel, id: null });
}
