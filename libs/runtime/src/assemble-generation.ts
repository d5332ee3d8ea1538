import type { CelStore, GenerateOptions, Seeds } from '@callstitch/application';
import { deleteCallLogs, explainCallLog, generateCallLogs, previewDeletion, retagCallLogs, tellMissed } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import { formatInstant, secondsAfter } from '@callstitch/domain';
import type { TaggerRun } from '@callstitch/plugin-host';
import type { Callstitch } from './callstitch.js';
import type { CallstitchParts } from './callstitch-parts.js';
import type { NamedNarrator } from './create-teller.js';
import { explained } from './database-failure.js';
import { onReadableCels } from './on-readable-cels.js';
import { heldCalls } from './plan-purge.js';
import { recorded } from './recorded.js';
import { askedBy } from './run-trigger.js';

/** Bounds the memory of a generation. */
const BATCH_ROWS = 20_000;

const DAY_SECONDS = 86_400;

/** What makes call logs of CELs, says why they are so, and takes them back. */
export type Generation = Pick<Callstitch, 'generate' | 'recheck' | 'previewDeletion' | 'delete' | 'explain' | 'retag' | 'status'>;

export interface AssembledGeneration {
  readonly generation: Generation;
  /** Who tells, by the newest rows. */
  readonly narrator: () => Promise<NamedNarrator>;
  readonly optionsOf: (narrator: NamedNarrator) => GenerateOptions;
}

export function assembleGeneration(parts: CallstitchParts): AssembledGeneration {
  const { teller, store, book, callLogs, runs } = parts;
  const onCels = onReadableCels(parts);
  const narrator = () => teller.narrator(() => newestRows(store));
  const optionsOf = ({ dialect, directory, tagger, name }: NamedNarrator) => ({
    ...{ store, book, dialect, directory, tagger, teller: name },
    now: parts.now,
    silentAfterMinutes: parts.silentAfterMinutes,
    batchRows: BATCH_ROWS,
  });
  const generation: Generation = {
    generate: (seeds, { trigger, recorded: isRecorded = true, ...wishes } = {}) =>
      onCels(async () => {
        const own = await narrator();
        const { tagger, name } = own;
        const options = { ...wishes, ...optionsOf(own) };
        const work = () => generateCallLogs(seeds, options);
        if (wishes.dryRun === true || !isRecorded) return work();
        return recorded(runs, {
          ...askedBy({ trigger }),
          options: { command: 'generate', ...seedsAsked(seeds), teller: name },
          work,
          summary: (generated) => ({ ...generated, ...troublesOf(tagger) }),
        });
      }),
    recheck: (days, wishes = {}) =>
      onCels(async () => tellMissed(secondsAfter(parts.now(), -days * DAY_SECONDS), { ...wishes, ...optionsOf(await narrator()) })),
    previewDeletion: (since) => onCels(() => previewDeletion({ book, store, since })),
    delete: ({ since, force }) =>
      onCels(() =>
        recorded(runs, {
          options: { command: 'delete', since: since === null ? 'the beginning' : formatInstant(since), force },
          work: async () => deleteCallLogs({ book, store, since, force, held: await heldCalls(parts.configFile, parts.now()) }),
          summary: ({ callLogs: deleted, beyondRecovery, spared }) => ({
            callLogs: deleted,
            beyondRecovery: beyondRecovery.length,
            spared,
          }),
        }),
      ),
    explain: (id) => onCels(async () => explainCallLog({ id, callLogs, store, narrator: await narrator() })),
    retag: ({ filter, taggers: names }, wishes = {}) =>
      explained(async () => {
        const { tagger, names: taggers } = await teller.taggers(names);
        const work = () => retagCallLogs({ ...wishes, source: store.source, callLogs, book: parts.retagBook, tagger, taggers, filter });
        if (wishes.dryRun === true) return work();
        return recorded(runs, {
          options: { command: 'retag', taggers: [...taggers] },
          work,
          summary: (retagged) => ({ ...retagged, ...troublesOf(tagger) }),
        });
      }),
    status: () => onCels(() => runs.status(store.source, store)),
  };
  return { generation, narrator, optionsOf };
}

/** Enough to hear which dialect a phone system speaks. */
async function newestRows(store: CelStore): Promise<readonly Cel[]> {
  const bounds = await store.bounds();
  const span = bounds === null ? null : await store.newestPart([bounds], SAMPLE_ROWS);
  return span === null ? [] : (await store.read(span)).cels;
}

const SAMPLE_ROWS = 5_000;

/** What went wrong in taggers, for the record of runs; nothing is said of those that had no trouble. */
function troublesOf({ troubles }: TaggerRun): { readonly taggerTroubles?: object } {
  return troubles.size === 0 ? {} : { taggerTroubles: Object.fromEntries(troubles) };
}

function seedsAsked(seeds: Seeds): Readonly<Record<string, unknown>> {
  switch (seeds.kind) {
    case 'newest':
      return { newest: Number.isFinite(seeds.count) ? seeds.count : 'all' };
    case 'since':
      return { since: formatInstant(seeds.instant) };
    case 'linkedids':
      return { linkedids: seeds.linkedids };
    case 'span':
      return { ids: [seeds.span.from, seeds.span.until] };
    case 'due':
      return { due: true };
  }
}
