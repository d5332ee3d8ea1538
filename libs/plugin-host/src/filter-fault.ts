import { isInstant } from '@callstitch/domain';

const leaves: Readonly<Record<string, (filter: Readonly<Record<string, unknown>>) => boolean>> = {
  'started-before': ({ at }) => typeof at === 'number' && isInstant(at),
  'ended-before': ({ at }) => typeof at === 'number' && isInstant(at),
  tagged: ({ tag, tagger }) => typeof tag === 'string' && (tagger === null || typeof tagger === 'string'),
  tenant: ({ tenantUuid }) => typeof tenantUuid === 'string',
  direction: ({ direction }) => ['internal', 'inbound', 'outbound'].includes(direction as string),
  status: ({ status }) => ['answered', 'missed', 'busy', 'failed', 'voicemail', 'blocked'].includes(status as string),
  talked: ({ seconds }) => typeof seconds === 'number' && seconds >= 0,
};

const MOST_DEPTH = 100;

/** What is wrong with a filter that a plugin gave; null when nothing is. What it gives steers a deletion, so nothing is guessed. */
export function filterFault(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null) return 'gave something else than a filter';
  if (depth > MOST_DEPTH) return 'gave a filter of more than a hundred filters inside each other';
  const filter = value as Readonly<Record<string, unknown>>;
  const { kind } = filter;
  if (kind === 'not') return filterFault(filter['filter'], depth + 1);
  if (kind === 'some' || kind === 'every') {
    if (!Array.isArray(filter['filters'])) return `gave a filter "${kind}" without its list of filters`;
    return filter['filters'].map((one: unknown) => filterFault(one, depth + 1)).find((fault) => fault !== null) ?? null;
  }
  const leaf = typeof kind === 'string' && Object.hasOwn(leaves, kind) ? leaves[kind] : undefined;
  if (!leaf) return 'gave a filter of a kind that this host does not know';
  return leaf(filter) ? null : `gave a filter "${String(kind)}" with a value that makes no sense`;
}
